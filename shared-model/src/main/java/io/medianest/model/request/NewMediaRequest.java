package io.medianest.model.request;

import io.medianest.model.media.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wish, as a client sends it. Everything may be missing: the server says what is.
///
/// @param quality 1080p when absent
/// @param comment at most 500 characters
/// @param seasons of a series; all when absent
public record NewMediaRequest(
        @Nullable String tmdbId,
        @Nullable MediaType mediaType,
        @Nullable Quality quality,
        @Nullable String comment,
        @Nullable List<Integer> seasons) {}
