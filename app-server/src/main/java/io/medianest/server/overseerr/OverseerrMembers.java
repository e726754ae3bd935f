package io.medianest.server.overseerr;

import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.json.Fields;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// The Overseerr users by their Plex accounts, from a copy of at most five minutes. Thread-safe.
final class OverseerrMembers {
    static final int AT_ONCE = 100;
    private static final int MOST = 2_000;
    private static final Cache.Region<Members> USERS =
            new Cache.Region<>("overseerr.users", Members.class, Duration.ofMinutes(5), 1);

    private final Cache cache;
    private final IntFunction<Fields> pages;

    /// @param pages asks for [#AT_ONCE] users from the given one on
    OverseerrMembers(Cache cache, IntFunction<Fields> pages) {
        this.cache = cache;
        this.pages = pages;
    }

    private record Members(Map<String, Long> byPlexId) {}

    Optional<Long> of(String plexId) {
        return Optional.ofNullable(
                cache.get(USERS, "all", this::read).value().byPlexId().get(plexId));
    }

    private Members read() {
        Map<String, Long> byPlexId = new HashMap<>();
        for (int skip = 0; skip < MOST; skip += AT_ONCE) {
            var page = pages.apply(skip);
            for (var user : page.list("results")) {
                var plexId = user.text("plexId");
                var id = user.whole("id");
                if (plexId != null && id != null) {
                    byPlexId.put(plexId, id);
                }
            }
            if (skip + AT_ONCE >= page.at("pageInfo").whole("results", 0)) {
                break;
            }
        }
        return new Members(Map.copyOf(byPlexId));
    }
}
