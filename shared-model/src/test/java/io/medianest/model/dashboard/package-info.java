@NullMarked
package io.medianest.model.dashboard;

import org.jspecify.annotations.NullMarked;
