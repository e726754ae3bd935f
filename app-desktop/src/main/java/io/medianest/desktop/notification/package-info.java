/// What people are told: the list, and the notes that come up while something happens elsewhere.
@NullMarked
package io.medianest.desktop.notification;

import org.jspecify.annotations.NullMarked;
