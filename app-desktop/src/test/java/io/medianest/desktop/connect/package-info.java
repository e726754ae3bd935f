/// Tests.
@NullMarked
package io.medianest.desktop.connect;

import org.jspecify.annotations.NullMarked;
