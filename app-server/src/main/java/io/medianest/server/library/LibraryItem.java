package io.medianest.server.library;

import io.medianest.server.plex.PlexItem;
import io.medianest.server.plex.PlexSection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the copy. Public for the binding of its values alone.
///
/// @param mediaType `movie` or `tv`
/// @param generation the full read that saw it last
public record LibraryItem(
        String ratingKey,
        String sectionKey,
        String mediaType,
        @Nullable String tmdbId,
        @Nullable String imdbId,
        @Nullable String tvdbId,
        String title,
        @Nullable Integer releaseYear,
        @Nullable Instant addedAt,
        @Nullable Instant updatedAt,
        @Nullable String thumb,
        long generation) {
    private static final int LONGEST_ID = 20;
    private static final int LONGEST_TEXT = 1000;

    static LibraryItem of(PlexItem item, PlexSection section, String mediaType, long generation) {
        return new LibraryItem(
                item.ratingKey(),
                section.key(),
                mediaType,
                id(item.tmdbId()),
                id(item.imdbId()),
                id(item.tvdbId()),
                item.title().length() > LONGEST_TEXT ? item.title().substring(0, LONGEST_TEXT) : item.title(),
                item.year(),
                item.addedAt(),
                item.updatedAt(),
                item.thumb() == null || item.thumb().length() > LONGEST_TEXT ? null : item.thumb(),
                generation);
    }

    private static @Nullable String id(@Nullable String id) {
        return id == null || id.length() > LONGEST_ID ? null : id;
    }
}
