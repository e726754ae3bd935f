/// Being a window of another MediaNest in the house.
@NullMarked
package io.medianest.desktop.connect;

import org.jspecify.annotations.NullMarked;
