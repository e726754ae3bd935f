package io.medianest.model.media;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A season of a series; number 0 holds the specials.
public record Season(
        int seasonNumber,
        String name,
        @Nullable Integer episodeCount,
        @Nullable LocalDate airDate) {}
