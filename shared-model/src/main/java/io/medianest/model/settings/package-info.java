/// What can be set, and what is.
@NullMarked
package io.medianest.model.settings;

import org.jspecify.annotations.NullMarked;
