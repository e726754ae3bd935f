/// What the Plex library holds.
@NullMarked
package io.medianest.model.library;

import org.jspecify.annotations.NullMarked;
