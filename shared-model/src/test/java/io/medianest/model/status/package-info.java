/// Tests of how services and incidents travel.
@NullMarked
package io.medianest.model.status;

import org.jspecify.annotations.NullMarked;
