/// What people are told when they were not looking.
@NullMarked
package io.medianest.model.notification;

import org.jspecify.annotations.NullMarked;
