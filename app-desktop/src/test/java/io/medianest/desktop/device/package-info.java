/// Tests of bringing other devices here.
@NullMarked
package io.medianest.desktop.device;

import org.jspecify.annotations.NullMarked;
