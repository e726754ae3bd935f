/// Tests.
@NullMarked
package io.medianest.desktop.launch;

import org.jspecify.annotations.NullMarked;
