package io.medianest.model.media;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A title as lists show it.
///
/// @param id the TMDB id as text; unique only together with `type`
/// @param poster address of the poster, relative to the server
/// @param backdrop address of the wide picture, relative to the server
/// @param rating 0 to 10
/// @param runtime minutes; of an episode for a series
/// @param language ISO 639-1 of the original
public record MediaItem(
        String id,
        String title,
        @Nullable String originalTitle,
        MediaType type,
        @Nullable Integer year,
        @Nullable LocalDate releaseDate,
        @Nullable String poster,
        @Nullable String backdrop,
        @Nullable String overview,
        List<String> genres,
        @Nullable Double rating,
        @Nullable Integer voteCount,
        @Nullable Integer runtime,
        @Nullable String language,
        Availability availability) {

    public TitleKey key() {
        return new TitleKey(type, id);
    }

    public MediaItem with(Availability changed) {
        return new MediaItem(
                id,
                title,
                originalTitle,
                type,
                year,
                releaseDate,
                poster,
                backdrop,
                overview,
                genres,
                rating,
                voteCount,
                runtime,
                language,
                changed);
    }
}
