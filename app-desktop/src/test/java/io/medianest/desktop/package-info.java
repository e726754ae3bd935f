/// Tests of the window, and a server's stand-in for them.
@NullMarked
package io.medianest.desktop;

import org.jspecify.annotations.NullMarked;
