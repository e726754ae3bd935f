package io.medianest.server.media;

import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import org.jspecify.annotations.Nullable;

/// Where titles are looked up. Its pages hold 20 entries as it counts; pictures are TMDB's own file names.
/// All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT` when it cannot be asked.
/// Thread-safe.
interface Catalogue {
    /// Its name, so that copies from different catalogues are kept apart.
    String name();

    /// @param type only such titles; all when null
    /// @param page from 1
    TitlePage search(String text, @Nullable MediaType type, int page, @Nullable String language);

    /// @param type only such titles; all when null
    /// @param page from 1
    TitlePage trending(@Nullable MediaType type, int page);

    /// @throws io.medianest.server.platform.MediaNestException also `NOT_FOUND`
    MediaDetails details(TitleKey key, @Nullable String language);
}
