package io.medianest.server.media;

import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.resilience.UpstreamPage;
import io.medianest.server.tmdb.TmdbClient;
import org.jspecify.annotations.Nullable;

/// TMDB as the catalogue.
final class TmdbCatalogue implements Catalogue {
    private final TmdbClient tmdb;

    TmdbCatalogue(TmdbClient tmdb) {
        this.tmdb = tmdb;
    }

    @Override
    public String name() {
        return "tmdb";
    }

    @Override
    public TitlePage search(String text, @Nullable MediaType type, int page, @Nullable String language) {
        return titles(tmdb.search(text, type, page, language));
    }

    @Override
    public TitlePage trending(@Nullable MediaType type, int page) {
        return titles(tmdb.trending(type, page));
    }

    @Override
    public MediaDetails details(TitleKey key, @Nullable String language) {
        return tmdb.details(key, language);
    }

    private static TitlePage titles(UpstreamPage<MediaItem> page) {
        return new TitlePage(page.items(), page.totalPages(), page.totalItems());
    }
}
