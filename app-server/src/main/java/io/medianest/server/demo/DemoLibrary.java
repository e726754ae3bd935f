package io.medianest.server.demo;

import io.medianest.model.media.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the household has: the titles in the Plex stand-in, and since when. Thread-safe.
final class DemoLibrary {
    private static final int FIRST_KEY = 1000;
    private static final int OLDEST_DAYS = 210;

    private final DemoCatalogue catalogue;
    private final Clock clock;
    private final Map<Integer, Holding> holdings = new ConcurrentHashMap<>();

    DemoLibrary(DemoCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
        var now = clock.instant();
        for (var title : catalogue.titles()) {
            if (title.inLibrary()) {
                // Spread over the last months, the same way at each start.
                put(title, now.minus(Duration.ofHours(24L * (keyOf(title) * 53L % OLDEST_DAYS) + 7)));
            }
        }
    }

    /// Lets a title arrive now; does nothing when it is there already.
    void add(DemoTitle title) {
        if (find(title).isEmpty()) {
            put(title, clock.instant());
        }
    }

    Optional<Holding> find(DemoTitle title) {
        return find(keyOf(title));
    }

    Optional<Holding> find(int ratingKey) {
        return Optional.ofNullable(holdings.get(ratingKey));
    }

    /// By title.
    List<Holding> holdings(MediaType type) {
        return holdings.values().stream()
                .filter(holding -> holding.title().type() == type)
                .sorted(Comparator.comparing(holding -> holding.title().title()))
                .toList();
    }

    /// The latest arrivals first.
    List<Holding> recentlyAdded() {
        return holdings.values().stream()
                .sorted(Comparator.comparing(Holding::addedAt).reversed())
                .toList();
    }

    private void put(DemoTitle title, Instant addedAt) {
        holdings.put(keyOf(title), new Holding(title, keyOf(title), addedAt));
    }

    private int keyOf(DemoTitle title) {
        return FIRST_KEY + catalogue.titles().indexOf(title);
    }

    /// @param ratingKey Plex's number of the title
    /// @param addedAt when it arrived; it has not changed since
    record Holding(DemoTitle title, int ratingKey, Instant addedAt) {}
}
