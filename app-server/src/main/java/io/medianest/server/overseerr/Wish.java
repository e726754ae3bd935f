package io.medianest.server.overseerr;

import io.medianest.model.media.TitleKey;
import io.medianest.model.request.Quality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be requested from Overseerr.
///
/// @param seasons of a series; all when empty
/// @param asUser the number of the Overseerr user whose permissions and quota count; the owner when null, whose
///     requests are approved at once
public record Wish(
        TitleKey key,
        Quality quality,
        List<Integer> seasons,
        @Nullable Long asUser) {}
