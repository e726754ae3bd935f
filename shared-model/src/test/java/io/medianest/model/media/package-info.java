@NullMarked
package io.medianest.model.media;

import org.jspecify.annotations.NullMarked;
