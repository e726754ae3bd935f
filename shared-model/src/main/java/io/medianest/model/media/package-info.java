/// Films and series as the catalogue describes them.
@NullMarked
package io.medianest.model.media;

import org.jspecify.annotations.NullMarked;
