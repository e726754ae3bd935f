package io.medianest.model.library;

import org.jspecify.annotations.Nullable;

/// Where an episode stands in its series.
///
/// @param series the title of the series
/// @param season 0 for specials
public record EpisodePlace(
        @Nullable String series,
        @Nullable Integer season,
        @Nullable Integer episode) {}
