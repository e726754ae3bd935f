@NullMarked
package io.medianest.model.settings;

import org.jspecify.annotations.NullMarked;
