package io.medianest.model.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A Plex library, such as “Films”.
///
/// @param type movie, show, artist or photo
/// @param count titles in it
public record LibrarySection(
        String key,
        String title,
        String type,
        @Nullable String agent,
        @Nullable String scanner,
        @Nullable String language,
        int count,
        @Nullable Instant updatedAt) {}
