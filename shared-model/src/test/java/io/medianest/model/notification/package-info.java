@NullMarked
package io.medianest.model.notification;

import org.jspecify.annotations.NullMarked;
