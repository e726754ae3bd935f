package io.medianest.model.library;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A title as the Plex library has it.
///
/// @param id its number on the Plex server
/// @param type `movie`, `show`, `episode`, or another word of Plex
/// @param poster address of the poster, relative to the server
/// @param backdrop address of the wide picture, relative to the server
/// @param rating 0 to 10
/// @param duration seconds
/// @param watched by the owner of the Plex server, to the end; of a series every episode
/// @param viewOffset how many seconds in the owner stopped; absent when not begun or watched to the end
/// @param place of an episode in its series
/// @param tmdbId absent where Plex has not matched it, and for episodes
/// @param plexUrl opens it in Plex
public record LibraryTitle(
        String id,
        String title,
        String type,
        @Nullable Integer year,
        @Nullable String summary,
        @Nullable String poster,
        @Nullable String backdrop,
        List<String> genres,
        @Nullable Double rating,
        @Nullable String contentRating,
        @Nullable Long duration,
        boolean watched,
        @Nullable Long viewOffset,
        @Nullable EpisodePlace place,
        @Nullable String tmdbId,
        @Nullable Instant addedAt,
        @Nullable Instant updatedAt,
        @Nullable String plexUrl) {

    /// The same with other addresses.
    public LibraryTitle at(@Nullable String poster, @Nullable String backdrop, @Nullable String plexUrl) {
        return new LibraryTitle(
                id,
                title,
                type,
                year,
                summary,
                poster,
                backdrop,
                genres,
                rating,
                contentRating,
                duration,
                watched,
                viewOffset,
                place,
                tmdbId,
                addedAt,
                updatedAt,
                plexUrl);
    }
}
