package io.medianest.desktop.api;

import io.medianest.model.library.LibraryFinds;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibrarySections;
import io.medianest.model.library.RecentTitles;
import java.util.Map;

/// The library over HTTP.
final class HttpLibraryApi implements LibraryApi {
    private final HttpCalls calls;

    HttpLibraryApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public LibrarySections sections() {
        return calls.get(Address.of("plex/libraries"), LibrarySections.class);
    }

    @Override
    public LibraryPage items(LibraryFilter filter) {
        return calls.get(
                Address.of("plex/libraries", filter.section(), "items")
                        .with("type", filter.type())
                        .with("filter", filter.filter())
                        .with("sort", filter.sort())
                        .with("page", filter.page().number())
                        .with("limit", filter.page().limit()),
                LibraryPage.class);
    }

    @Override
    public RecentTitles recentlyAdded(int limit) {
        return calls.get(Address.of("plex/recently-added").with("limit", limit), RecentTitles.class);
    }

    @Override
    public LibraryFinds search(String text, int limit) {
        return calls.get(Address.of("plex/search").with("q", text).with("limit", limit), LibraryFinds.class);
    }

    @Override
    public void scan(String key) {
        calls.post(Address.of("plex/libraries", key, "scan"), Map.of(), Map.class);
    }
}
