/// Tests.
@NullMarked
package io.medianest.desktop.ui;

import org.jspecify.annotations.NullMarked;
