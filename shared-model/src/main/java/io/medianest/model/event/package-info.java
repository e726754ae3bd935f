/// What changed, as it travels to windows and devices.
@NullMarked
package io.medianest.model.event;

import org.jspecify.annotations.NullMarked;
