package io.medianest.server.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// What was looked for in vain a short while ago, so that nobody has it looked for again and again. Thread-safe.
final class MissingFiles {
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Cache<String, Miss> misses =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Clock clock;

    MissingFiles(Clock clock) {
        this.clock = clock;
    }

    private record Miss(String words, Instant at) {}

    /// @throws MediaNestException `NOT_FOUND` when it is known to be missing
    void check(String name) {
        var miss = misses.getIfPresent(name);
        if (miss == null) {
            return;
        }
        var age = Duration.between(miss.at(), clock.instant());
        if (!age.isNegative() && age.compareTo(REMEMBERED_FOR) < 0) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, miss.words());
        }
        misses.invalidate(name);
    }

    /// What `loader` brings, unless it finds nothing, which is remembered.
    byte[] remember(String name, Supplier<byte[]> loader) {
        try {
            return loader.get();
        } catch (MediaNestException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                misses.put(name, new Miss(String.valueOf(e.getMessage()), clock.instant()));
            }
            throw e;
        }
    }
}
