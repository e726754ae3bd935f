package io.medianest.server.request;

import static io.medianest.server.platform.MediaNestException.invalid;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.Quality;
import org.jspecify.annotations.Nullable;

/// What a wish must look like.
final class WishRules {
    private static final int MAX_COMMENT = 500;
    private static final int MAX_SEASONS = 100;

    private WishRules() {}

    /// @throws io.medianest.server.platform.MediaNestException `VALIDATION_ERROR` naming the field
    static TitleKey keyOf(NewMediaRequest wish) {
        if (wish.tmdbId() == null || !wish.tmdbId().matches("[1-9]\\d{0,9}")) {
            throw invalid("tmdbId", "'tmdbId' must be the TMDB id of the title, a number as text");
        }
        if (wish.mediaType() == null || wish.mediaType() == MediaType.UNKNOWN) {
            throw invalid("mediaType", "'mediaType' must be movie or tv");
        }
        return new TitleKey(wish.mediaType(), wish.tmdbId());
    }

    /// @throws io.medianest.server.platform.MediaNestException `VALIDATION_ERROR` naming the field
    static void check(NewMediaRequest wish) {
        if (wish.quality() == Quality.UNKNOWN) {
            throw invalid("quality", "'quality' must be 720p, 1080p or 4K");
        }
        checkComment(wish.comment());
        var seasons = wish.seasons();
        if (seasons == null) {
            return;
        }
        if (wish.mediaType() != MediaType.TV) {
            throw invalid("seasons", "Only a series has seasons");
        }
        boolean sound = !seasons.isEmpty()
                && seasons.size() <= MAX_SEASONS
                && seasons.stream().allMatch(season -> season != null && season >= 0 && season < 1000)
                && seasons.stream().distinct().count() == seasons.size();
        if (!sound) {
            throw invalid("seasons", "'seasons' must be different season numbers, at most 100; leave it out for all");
        }
    }

    static void checkComment(@Nullable String comment) {
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw invalid("comment", "'comment' is longer than 500 characters");
        }
    }
}
