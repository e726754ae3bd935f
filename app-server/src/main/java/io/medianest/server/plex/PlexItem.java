package io.medianest.server.plex;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A title in a library.
///
/// @param ratingKey its number on this server
/// @param tmdbId absent where Plex has not matched it
/// @param thumb path of its poster on the server
public record PlexItem(
        String ratingKey,
        String title,
        @Nullable Integer year,
        @Nullable String tmdbId,
        @Nullable String imdbId,
        @Nullable String tvdbId,
        @Nullable Instant addedAt,
        @Nullable Instant updatedAt,
        @Nullable String thumb) {}
