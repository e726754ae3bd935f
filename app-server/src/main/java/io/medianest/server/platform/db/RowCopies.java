package io.medianest.server.platform.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.server.platform.link.Link;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Copies of rows in the memory of this server. While the servers can tell each other what has changed, a copy is good
/// until that is told; while they cannot, for a second. Thread-safe; bounded.
///
/// @param <T> what is made of a row
public final class RowCopies<T> {
    private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

    private final String topic;
    private final Link link;
    private final Cache<String, @Nullable Copy<T>> copies;

    RowCopies(String table, long most, Link link) {
        this.topic = "changed:" + table;
        this.link = link;
        this.copies = Caffeine.newBuilder().maximumSize(most).build();
        link.on(topic, copies::invalidate);
        link.onGap(copies::invalidateAll);
    }

    private record Copy<T>(T value, long readAt) {}

    /// What `reader` finds for a key, or found lately; what is not there is not remembered.
    public Optional<T> get(String key, Function<String, @Nullable T> reader) {
        var copy = copies.get(key, k -> read(k, reader));
        if (copy != null && !isGood(copy)) {
            copies.asMap().remove(key, copy);
            copy = copies.get(key, k -> read(k, reader));
        }
        return copy == null ? Optional.empty() : Optional.of(copy.value);
    }

    private boolean isGood(Copy<T> copy) {
        return link.isUp() || System.nanoTime() - copy.readAt < GOOD_FOR;
    }

    private @Nullable Copy<T> read(String key, Function<String, @Nullable T> reader) {
        var found = reader.apply(key);
        return found == null ? null : new Copy<>(found, System.nanoTime());
    }

    /// Forgets a copy here, and at all others before this returns, as far as they can be reached.
    public void invalidate(String key) {
        copies.invalidate(key);
        link.tellAndAwait(topic, key);
    }
}
