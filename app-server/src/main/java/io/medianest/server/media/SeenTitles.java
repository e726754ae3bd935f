package io.medianest.server.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.cache.Cache.Copy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// The titles that people were shown lately: whoever has one before them may look at it and ask for it, even while the
/// catalogue is down. Thread-safe; bounded.
final class SeenTitles {
    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final Clock clock;
    private final Cache<TitleKey, Seen> titles =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    SeenTitles(Clock clock) {
        this.clock = clock;
    }

    private record Seen(MediaItem title, Instant loadedAt) {}

    /// @param shown as old as it says
    void saw(Copy<? extends Collection<MediaItem>> shown) {
        var loadedAt = clock.instant().minus(shown.staleFor());
        shown.value().forEach(title -> titles.put(title.key(), new Seen(title, loadedAt)));
    }

    /// A title as it was shown, and how long ago that was true.
    Optional<Copy<MediaItem>> find(TitleKey key) {
        return Optional.ofNullable(titles.getIfPresent(key)).map(seen -> new Copy<>(seen.title, age(seen)));
    }

    /// Something, whatever the clock was set to: it is not what the catalogue says now.
    private Duration age(Seen seen) {
        var age = Duration.between(seen.loadedAt, clock.instant());
        return age.compareTo(AT_LEAST) < 0 ? AT_LEAST : age;
    }
}
