package io.medianest.desktop.ui;

import io.medianest.model.media.TitleKey;
import org.jspecify.annotations.Nullable;

/// A title as a card shows it.
///
/// @param caption the line below the title, such as “1968 · Horror”
/// @param picture address of the poster
/// @param requestable whether asking for it makes sense
public record Poster(
        TitleKey key,
        String title,
        String caption,
        @Nullable String picture,
        @Nullable Badge badge,
        boolean requestable) {

    /// What the household has of it already.
    public sealed interface Badge {
        record InLibrary() implements Badge {}

        record Requested() implements Badge {}

        /// It is on its way.
        ///
        /// @param percent absent while it is not known
        record Downloading(@Nullable Integer percent) implements Badge {}
    }
}
