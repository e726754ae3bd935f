package io.medianest.server.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// The titles that people were shown lately: whoever has one before them may ask for it, even while the catalogue is
/// down. Thread-safe; bounded.
final class SeenTitles {
    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Cache<TitleKey, MediaItem> titles =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    void saw(Collection<MediaItem> shown) {
        shown.forEach(title -> titles.put(new TitleKey(title.type(), title.id()), title));
    }

    Optional<MediaItem> find(TitleKey key) {
        return Optional.ofNullable(titles.getIfPresent(key));
    }
}
