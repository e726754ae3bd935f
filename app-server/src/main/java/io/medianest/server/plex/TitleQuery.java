package io.medianest.server.plex;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which titles of a library are listed, and how.
///
/// @param kind null for what the library itself lists, as with music
/// @param addedSince null for all
public record TitleQuery(
        @Nullable TitleKind kind,
        TitleOrder order,
        Watched watched,
        @Nullable Instant addedSince) {

    /// How far the owner of the server has watched.
    public enum Watched {
        ALL,
        /// Not at all, or of a series not all episodes.
        UNWATCHED,
        /// Begun, not finished.
        IN_PROGRESS
    }
}
