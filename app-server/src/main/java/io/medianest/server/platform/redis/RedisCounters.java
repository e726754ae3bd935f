package io.medianest.server.platform.redis;

import io.medianest.server.platform.security.Counters;
import io.medianest.server.platform.security.Limit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Token buckets that all servers share, filled by the clock of Redis. While it is away each server counts by itself:
/// who asks several then gets more than their due for a while, which is better than nothing at all.
public final class RedisCounters implements Counters {
    /// Answers what is left after taking: `tokens`, of which one is taken where there is one and it is wanted.
    private static final String BUCKET = """
            local capacity, micros, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
            local tokens = tonumber(kept[1]) or capacity
            local passed = math.max(0, now - (tonumber(kept[2]) or now))
            tokens = math.min(capacity, tokens + passed * capacity / micros)
            local granted = 0
            if tokens >= 1 then
                granted = 1
                tokens = tokens - wanted
            end
            if wanted > 0 then
                redis.call('HSET', KEYS[1], 'tokens', string.format('%.9f', tokens), 'at', string.format('%.0f', now))
                redis.call('PEXPIRE', KEYS[1], math.ceil(micros / 1000) + 1000)
            end
            return {granted, string.format('%.9f', tokens)}""";

    private static final int TAKEN = 1;
    private static final int NOT_TAKEN = 0;

    private final Redis redis;
    private final Counters alone;
    private final Clock clock;

    /// @param alone counts while Redis is away
    public RedisCounters(Redis redis, Counters alone, Clock clock) {
        this.redis = redis;
        this.alone = alone;
        this.clock = clock;
    }

    @Override
    public Allowance take(String key, Limit limit) {
        return redis.callOnce(
                pool -> allowance(limit, pool.eval(BUCKET, keys(key), arguments(limit, TAKEN))),
                () -> alone.take(key, limit));
    }

    @Override
    public Allowance peek(String key, Limit limit) {
        return redis.call(
                pool -> allowance(limit, pool.eval(BUCKET, keys(key), arguments(limit, NOT_TAKEN))),
                () -> alone.peek(key, limit));
    }

    private List<String> keys(String key) {
        return List.of(redis.name("count:" + key));
    }

    private static List<String> arguments(Limit limit, int wanted) {
        return List.of(
                Integer.toString(limit.capacity()),
                Long.toString(limit.period().toNanos() / 1_000),
                Integer.toString(wanted));
    }

    private Allowance allowance(Limit limit, Object reply) {
        var parts = (List<?>) reply;
        double tokens = Double.parseDouble(String.valueOf(parts.get(1)));
        double nanosEach = limit.period().toNanos() / (double) limit.capacity();
        var resetAt = clock.instant().plusNanos((long) Math.ceil((limit.capacity() - tokens) * nanosEach));
        var wait = tokens >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) * nanosEach));
        return new Allowance((long) parts.get(0) == 1, limit.capacity(), (int) tokens, resetAt, wait);
    }
}
