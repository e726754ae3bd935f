package io.medianest.server.platform.cache;

import java.time.Duration;
import java.util.function.Supplier;

/// Copies of what is expensive to ask for. Thread-safe; bounded.
public interface Cache {
    /// The copy of `key` if it is younger than `ttl`, else what `loader` brings. Callers that ask for the
    /// same key at the same time share one load. When the load fails with an outage and a copy of at most 24
    /// hours is left, that is returned and says its age.
    ///
    /// @param region what kind of thing it is, for example `catalogue.search`; regions do not share keys
    /// @param loader may block; what it throws reaches the caller as it is
    <T> Copy<T> get(Region<T> region, String key, Supplier<T> loader);

    /// Forgets one copy: the next call loads it.
    void invalidate(Region<?> region, String key);

    /// Forgets a whole region.
    void invalidateAll(Region<?> region);

    /// A kind of cached thing.
    ///
    /// @param maximumSize entries kept at most
    record Region<T>(String name, Class<T> type, Duration ttl, long maximumSize) {}

    /// A value and how old it is.
    ///
    /// @param staleFor zero for a fresh one; else the age of a copy that stands in for a service that is down
    record Copy<T>(T value, Duration staleFor) {
        public boolean isStale() {
            return staleFor.isPositive();
        }
    }
}
