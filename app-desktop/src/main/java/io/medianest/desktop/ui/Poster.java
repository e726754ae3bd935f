package io.medianest.desktop.ui;

import org.jspecify.annotations.Nullable;

/// A title as a card shows it.
///
/// @param key what it stands for: a title of the catalogue, or one of the library
/// @param caption the line below the title, such as “1968 · Horror”
/// @param picture address of the poster
/// @param requestable whether asking for it makes sense
public record Poster<K>(
        K key,
        String title,
        String caption,
        @Nullable String picture,
        @Nullable Badge badge,
        boolean requestable) {

    /// What the household has of it already, or has seen of it.
    public sealed interface Badge {
        record InLibrary() implements Badge {}

        record Requested() implements Badge {}

        /// It is on its way.
        ///
        /// @param percent absent while it is not known
        record Downloading(@Nullable Integer percent) implements Badge {}

        /// Seen to the end.
        record Watched() implements Badge {}

        /// Somebody stopped in the middle.
        ///
        /// @param share of it that was seen, 0 to 1
        record Begun(double share) implements Badge {}
    }
}
