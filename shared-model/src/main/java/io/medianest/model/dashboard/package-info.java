/// The household at a glance.
@NullMarked
package io.medianest.model.dashboard;

import org.jspecify.annotations.NullMarked;
