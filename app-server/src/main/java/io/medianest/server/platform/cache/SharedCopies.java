package io.medianest.server.platform.cache;

import io.medianest.server.platform.cache.Cache.Region;
import java.time.Instant;
import java.util.Optional;

/// Copies that several servers share, behind those that each has in its memory. A convenience and never an error.
/// Thread-safe.
public interface SharedCopies {
    /// For a server that shares with nobody.
    SharedCopies NONE = new SharedCopies() {
        @Override
        public <T> Optional<Shared<T>> find(Region<T> region, String key) {
            return Optional.empty();
        }

        @Override
        public <T> void keep(Region<T> region, String key, T value, Instant at) {}

        @Override
        public void forget(Region<?> region, String key) {}

        @Override
        public void forgetAll(String region) {}
    };

    <T> Optional<Shared<T>> find(Region<T> region, String key);

    <T> void keep(Region<T> region, String key, T value, Instant at);

    void forget(Region<?> region, String key);

    /// @param region its name
    void forgetAll(String region);

    /// @param loadedAt when a server got it from where it comes from
    record Shared<T>(T value, Instant loadedAt) {}
}
