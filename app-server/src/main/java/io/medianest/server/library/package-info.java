/// What the household can watch already: a copy of the Plex library that follows it, and questions to it.
@NullMarked
package io.medianest.server.library;

import org.jspecify.annotations.NullMarked;
