/// Tests.
@NullMarked
package io.medianest.desktop.tray;

import org.jspecify.annotations.NullMarked;
