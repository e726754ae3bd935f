@NullMarked
package io.medianest.model.outgoing;

import org.jspecify.annotations.NullMarked;
