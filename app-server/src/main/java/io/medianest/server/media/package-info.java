/// Finding titles: search, what is trending, the page of a title, and its pictures.
@NullMarked
package io.medianest.server.media;

import org.jspecify.annotations.NullMarked;
