package io.medianest.server.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Token buckets inside one process.
public final class LocalCounters implements Counters {
    private static final int MAX_KEYS = 100_000;

    private final Clock clock;
    private final Cache<String, Bucket> buckets;

    public LocalCounters(Clock clock) {
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(Duration.ofHours(25))
                .build();
    }

    @Override
    public Allowance take(String key, Limit limit) {
        return buckets.get(key, k -> new Bucket(limit, clock.instant())).use(limit, clock.instant(), 1);
    }

    @Override
    public Allowance peek(String key, Limit limit) {
        return buckets.get(key, k -> new Bucket(limit, clock.instant())).use(limit, clock.instant(), 0);
    }

    private static final class Bucket {
        private double tokens;
        private Instant filledAt;

        Bucket(Limit limit, Instant now) {
            tokens = limit.capacity();
            filledAt = now;
        }

        synchronized Allowance use(Limit limit, Instant now, int wanted) {
            double perNano = limit.capacity() / (double) limit.period().toNanos();
            // A clock that was set back refills nothing, and must not take anything away either.
            var elapsed = Duration.between(filledAt, now);
            if (elapsed.isPositive()) {
                tokens = Math.min(limit.capacity(), tokens + elapsed.toNanos() * perNano);
            }
            filledAt = now;
            boolean granted = tokens >= 1;
            if (granted) {
                tokens -= wanted;
            }
            var resetAt = now.plusNanos((long) Math.ceil((limit.capacity() - tokens) / perNano));
            var wait = tokens >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
            return new Allowance(granted, limit.capacity(), (int) tokens, resetAt, wait);
        }
    }
}
