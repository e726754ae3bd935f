/// Tests.
@NullMarked
package io.medianest.desktop.notification;

import org.jspecify.annotations.NullMarked;
