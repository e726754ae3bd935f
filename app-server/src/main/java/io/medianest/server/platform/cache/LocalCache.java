package io.medianest.server.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.model.admin.CacheStats;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.link.Link;
import io.medianest.server.platform.link.NoLink;
import io.medianest.server.platform.resilience.StandIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cache inside one process, on Caffeine.
public final class LocalCache implements Cache {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCache.class);
    private static final Duration KEPT_FOR_OUTAGES = Duration.ofHours(24);

    private static final String FORGOTTEN = "forgotten";
    private static final char BETWEEN = ' ';

    private final Clock clock;
    private final SharedCopies shared;
    private final Link link;
    private final Map<String, Shelf> regions = new ConcurrentHashMap<>();

    public LocalCache(Clock clock) {
        this(clock, SharedCopies.NONE, new NoLink(true));
    }

    /// @param shared what other servers have loaded
    /// @param link by which they tell what they have forgotten
    public LocalCache(Clock clock, SharedCopies shared, Link link) {
        this.clock = clock;
        this.shared = shared;
        this.link = link;
        link.on(FORGOTTEN, this::drop);
    }

    @Override
    public <T> Copy<T> get(Region<T> region, String key, Supplier<T> loader) {
        // An entry of our own with a lock, not Caffeine's computing get: that would hold a whole bin of the map while a
        // slow service answers, and with it the callers of unrelated keys.
        var shelf = shelf(region);
        var entry = shelf.entries.get(key, k -> new Entry());
        var fresh = entry.fresh(region, now());
        if (fresh != null) {
            shelf.hits.increment();
            return new Copy<>(region.type().cast(fresh), Duration.ZERO);
        }
        entry.lock.lock();
        try {
            var meanwhile = entry.fresh(region, now());
            if (meanwhile != null) {
                shelf.hits.increment();
                return new Copy<>(region.type().cast(meanwhile), Duration.ZERO);
            }
            shelf.misses.increment();
            return load(region, key, entry, loader);
        } finally {
            entry.lock.unlock();
        }
    }

    private <T> Copy<T> load(Region<T> region, String key, Entry entry, Supplier<T> loader) {
        try {
            var elsewhere = shared.find(region, key).map(copy -> new Held(copy.value(), copy.loadedAt()));
            if (elsewhere.isPresent() && Entry.isFresh(elsewhere.get(), region, now())) {
                entry.held = elsewhere.get();
                return new Copy<>(region.type().cast(elsewhere.get().value), Duration.ZERO);
            }
            var loaded = isOfUse(entry.held) ? StandIn.atHand(loader) : loader.get();
            var loadedAt = now();
            entry.held = new Held(loaded, loadedAt);
            if (shelf(region).entries.getIfPresent(key) == entry) { // else it was forgotten while it was loaded
                shared.keep(region, key, loaded, loadedAt);
                if (shelf(region).entries.getIfPresent(key) != entry) { // or while it was kept
                    shared.forget(region, key);
                }
            }
            return new Copy<>(loaded, Duration.ZERO);
        } catch (MediaNestException e) {
            var old = entry.held;
            if (old == null || !isOfUse(old) || !e.code().isOutage()) {
                throw e;
            }
            var age = Duration.between(old.loadedAt, now());
            shelf(region).stale.increment();
            LOG.info("{} {} is {} s old: {}", region.name(), key, age.toSeconds(), e.getMessage());
            return new Copy<>(region.type().cast(old.value), age.isPositive() ? age : Duration.ofSeconds(1));
        }
    }

    private boolean isOfUse(@Nullable Held old) {
        return old != null && Duration.between(old.loadedAt, now()).compareTo(KEPT_FOR_OUTAGES) <= 0;
    }

    @Override
    public void invalidate(Region<?> region, String key) {
        // First here, that nobody shares what was loaded before; then once more, as one may have got it from there yet.
        var entries = shelf(region).entries;
        entries.invalidate(key);
        shared.forget(region, key);
        entries.invalidate(key);
        link.tell(FORGOTTEN, region.name() + BETWEEN + key);
    }

    /// What another server has forgotten, we forget too.
    ///
    /// @param what a region and a key, or a region alone
    private void drop(String what) {
        int end = what.indexOf(BETWEEN);
        var shelf = regions.get(end < 0 ? what : what.substring(0, end));
        if (shelf == null) {
            return;
        }
        if (end < 0) {
            shelf.entries.invalidateAll();
        } else {
            shelf.entries.invalidate(what.substring(end + 1));
        }
    }

    @Override
    public void invalidateAll(Region<?> region) {
        forgetAll(region.name(), shelf(region));
    }

    private void forgetAll(String region, Shelf shelf) {
        // Twice for the same reason as in [#invalidate(Region, String)].
        shelf.entries.invalidateAll();
        shared.forgetAll(region);
        shelf.entries.invalidateAll();
        link.tell(FORGOTTEN, region);
    }

    /// Forgets everything, as when it comes from somewhere else now. Nobody is given what is being loaded meanwhile but
    /// those who wait for it already.
    public void clear() {
        regions.forEach(this::forgetAll);
    }

    /// Forgets the regions whose names begin with a word, as [#clear()].
    ///
    /// @param family for example `plex`
    public void clear(String family) {
        regions.forEach((region, shelf) -> {
            if (region.startsWith(family + ".")) {
                forgetAll(region, shelf);
            }
        });
    }

    /// How well each region does that was used so far.
    public List<CacheStats> stats() {
        return regions.entrySet().stream()
                .map(region -> region.getValue().stats(region.getKey()))
                .sorted(Comparator.comparing(CacheStats::name))
                .toList();
    }

    private Shelf shelf(Region<?> region) {
        var known = regions.get(region.name());
        return known != null ? known : regions.computeIfAbsent(region.name(), name -> new Shelf(region.maximumSize()));
    }

    private Instant now() {
        return clock.instant();
    }

    /// The copies of a region.
    private static final class Shelf {
        private final com.github.benmanes.caffeine.cache.Cache<String, Entry> entries;
        private final LongAdder hits = new LongAdder();
        private final LongAdder misses = new LongAdder();
        private final LongAdder stale = new LongAdder();

        Shelf(long maximumSize) {
            entries = Caffeine.newBuilder()
                    .maximumSize(maximumSize)
                    .expireAfterAccess(KEPT_FOR_OUTAGES)
                    .build();
        }

        CacheStats stats(String name) {
            return new CacheStats(name, hits.sum(), misses.sum(), stale.sum(), entries.estimatedSize());
        }
    }

    private record Held(Object value, Instant loadedAt) {}

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Held held;

        @Nullable Object fresh(Region<?> region, Instant now) {
            var current = held;
            return current != null && isFresh(current, region, now) ? current.value : null;
        }

        /// A clock that was set back must not make a copy immortal.
        static boolean isFresh(Held copy, Region<?> region, Instant now) {
            return now.isBefore(copy.loadedAt.plus(region.ttl())) && !now.isBefore(copy.loadedAt);
        }
    }
}
