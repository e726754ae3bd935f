package io.medianest.server.platform.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medianest.model.api.Json;
import io.medianest.server.platform.cache.Cache.Region;
import io.medianest.server.platform.cache.SharedCopies;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.params.SetParams;

/// Copies that one server has fetched and the others need not, as JSON.
public final class RedisCopies implements SharedCopies {
    private static final Logger LOG = LoggerFactory.getLogger(RedisCopies.class);

    private final Redis redis;
    private final ObjectMapper json = Json.lenient();

    public RedisCopies(Redis redis) {
        this.redis = redis;
    }

    @Override
    public <T> Optional<Shared<T>> find(Region<T> region, String key) {
        var text = redis.call(pool -> Optional.ofNullable(pool.get(name(pool, region, key))), Optional::<String>empty);
        return text.flatMap(found -> read(region, found));
    }

    private <T> Optional<Shared<T>> read(Region<T> region, String text) {
        int end = text.indexOf(' ');
        try {
            var at = Instant.ofEpochMilli(Long.parseLong(text.substring(0, end)));
            return Optional.of(new Shared<>(json.readValue(text.substring(end + 1), region.type()), at));
        } catch (JsonProcessingException | NumberFormatException | StringIndexOutOfBoundsException e) {
            // Another version of the program may have other fields.
            LOG.debug("a copy of {} cannot be read", region.name(), e);
            return Optional.empty();
        }
    }

    @Override
    public <T> void keep(Region<T> region, String key, T value, Instant at) {
        try {
            var text = at.toEpochMilli() + " " + json.writeValueAsString(value);
            var _ = redis.call(
                    pool -> pool.set(
                            name(pool, region, key),
                            text,
                            SetParams.setParams().px(region.ttl().toMillis())),
                    () -> "");
        } catch (JsonProcessingException e) {
            LOG.warn("a copy of {} cannot be written", region.name(), e);
        }
    }

    @Override
    public void forget(Region<?> region, String key) {
        var _ = redis.call(pool -> pool.del(name(pool, region, key)), () -> 0L);
    }

    /// What has an older number than its region is found by nobody, and goes when its time is over.
    @Override
    public void forgetAll(String region) {
        var _ = redis.call(pool -> pool.incr(number(region)), () -> 0L);
    }

    private String number(String region) {
        return redis.name("copies:" + region);
    }

    private String name(JedisPooled pool, Region<?> region, String key) {
        var number = Objects.requireNonNullElse(pool.get(number(region.name())), "0");
        return redis.name("copy:%s:%s:%s".formatted(region.name(), number, key));
    }
}
