/// Tests of the library's screen.
@NullMarked
package io.medianest.desktop.library;

import org.jspecify.annotations.NullMarked;
