package io.medianest.model.media;

import org.jspecify.annotations.Nullable;

/// A trailer or clip.
///
/// @param type TMDB's word: Trailer, Teaser, Clip, …
/// @param url a page that plays it
public record Video(
        String name, @Nullable String type, @Nullable String site, String url) {}
