package io.medianest.desktop.api;

import org.jspecify.annotations.Nullable;

/// Which downloads are asked for.
///
/// @param playlist the id of the playlist whose videos are wanted; absent for what was asked for by itself
public record DownloadFilter(
        Scope scope, Part part, @Nullable String playlist, Page page) {

    /// Whose downloads.
    public enum Scope {
        MINE,
        /// Everybody's; only an admin may.
        ALL
    }

    /// How far they are.
    public enum Part {
        ANY(null),
        /// Not ended, in the order of the queue.
        ACTIVE("active"),
        /// Ended, newest first.
        ENDED("ended"),
        COMPLETED("completed"),
        FAILED("failed");

        private final @Nullable String wireName;

        Part(@Nullable String wireName) {
            this.wireName = wireName;
        }

        @Nullable String wireName() {
            return wireName;
        }
    }
}
