package io.medianest.server.media;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.tmdb.TmdbClient;

/// Which catalogue to ask: Overseerr where there is one, since requests go there too; else TMDB. Decided anew
/// at each question, because settings change while the program runs.
public final class Catalogues {
    private final OverseerrClient overseerr;
    private final TmdbClient tmdb;
    private final Catalogue overseerrCatalogue;
    private final Catalogue tmdbCatalogue;

    public Catalogues(OverseerrClient overseerr, TmdbClient tmdb) {
        this.overseerr = overseerr;
        this.tmdb = tmdb;
        this.overseerrCatalogue = new OverseerrCatalogue(overseerr);
        this.tmdbCatalogue = new TmdbCatalogue(tmdb);
    }

    /// @throws MediaNestException `SERVICE_UNAVAILABLE` when neither is configured
    Catalogue current() {
        if (overseerr.isConfigured()) {
            return overseerrCatalogue;
        }
        if (tmdb.isConfigured()) {
            return tmdbCatalogue;
        }
        throw new MediaNestException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "No catalogue is configured: set overseerr.url and overseerr.api-key, or tmdb.api-key",
                "overseerr, tmdb");
    }
}
