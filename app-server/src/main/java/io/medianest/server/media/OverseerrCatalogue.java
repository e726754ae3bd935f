package io.medianest.server.media;

import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.resilience.UpstreamPage;
import org.jspecify.annotations.Nullable;

/// Overseerr as the catalogue. It has only lists of films and series together.
final class OverseerrCatalogue implements Catalogue {
    private final OverseerrClient overseerr;

    OverseerrCatalogue(OverseerrClient overseerr) {
        this.overseerr = overseerr;
    }

    @Override
    public String name() {
        return "overseerr";
    }

    @Override
    public TitlePage search(String text, @Nullable MediaType type, int page, @Nullable String language) {
        return only(type, overseerr.search(text, page, language));
    }

    @Override
    public TitlePage trending(@Nullable MediaType type, int page) {
        return only(type, overseerr.trending(page));
    }

    @Override
    public MediaDetails details(TitleKey key, @Nullable String language) {
        return overseerr.details(key, language);
    }

    private static TitlePage only(@Nullable MediaType type, UpstreamPage<MediaItem> page) {
        var items = page.items().stream()
                .filter(item -> type == null || item.type() == type)
                .toList();
        return new TitlePage(items, page.totalPages(), page.totalItems());
    }
}
