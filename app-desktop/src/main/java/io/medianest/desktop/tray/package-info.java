/// What there is of the program while its window is not in front: the sign at the edge of the screen, and bubbles.
@NullMarked
package io.medianest.desktop.tray;

import org.jspecify.annotations.NullMarked;
