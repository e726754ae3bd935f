package io.medianest.model.media;

import io.medianest.model.api.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a search or of the trending titles.
///
/// @param stale true when the catalogue could not be asked and an older copy is shown; absent otherwise
public record MediaPage(
        List<MediaItem> results,
        Pagination pagination,
        @Nullable Boolean stale) {}
