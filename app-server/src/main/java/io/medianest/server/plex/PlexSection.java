package io.medianest.server.plex;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A library of the media server.
///
/// @param type movie, show, artist or photo
public record PlexSection(
        String key,
        String title,
        String type,
        @Nullable String agent,
        @Nullable String scanner,
        @Nullable String language,
        @Nullable Instant updatedAt) {}
