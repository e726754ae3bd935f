package io.medianest.server.library;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexItem;
import io.medianest.server.plex.PlexPage;
import io.medianest.server.plex.PlexSection;
import io.medianest.server.plex.TitleKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one section of the library into the copy. Nothing is deleted on the strength of a listing that is
/// shorter than the section says it is: a server that is starting up answers with such.
final class SectionSync {
    private static final Logger LOG = LoggerFactory.getLogger(SectionSync.class);
    private static final int ITEMS_AT_ONCE = 200;
    private static final int KEYS_AT_ONCE = 1000;

    private final PlexClient plex;
    private final Database database;
    private final LibraryListener listener;
    private final Removal removal;
    private final Clock clock;

    SectionSync(PlexClient plex, Database database, LibraryListener listener, Clock clock) {
        this.plex = plex;
        this.database = database;
        this.listener = listener;
        this.removal = new Removal(listener);
        this.clock = clock;
    }

    /// Reads all of it, and forgets what was not among it.
    void readAll(PlexSection section) {
        long generation = database.inside(tx -> {
            var store = tx.store(LibraryStore.class);
            store.beginSection(section.key(), section.title(), section.type());
            return store.generation(section.key());
        });
        var until = new Latest(Instant.EPOCH);
        boolean whole = eachPage(start -> plex.items(section, start, ITEMS_AT_ONCE), section, items -> {
            save(items, section, generation);
            until.see(items);
        });
        if (!whole) {
            return;
        }
        database.run(tx -> {
            var store = tx.store(LibraryStore.class);
            int gone = removal.of(tx, items -> items.deleteUnseen(section.key(), generation));
            store.saveChangedUntil(section.key(), until.instant);
            store.saveComparedAt(section.key(), clock.instant());
            LOG.info("library section {} was read, {} titles are gone", section.key(), gone);
        });
    }

    /// Reads what has changed since then.
    void readChanges(PlexSection section, Instant changedUntil) {
        long generation = database.store(LibraryStore.class).generation(section.key());
        var until = new Latest(changedUntil);
        for (int start = 0; ; ) {
            var page = plex.itemsSince(section, changedUntil, start, ITEMS_AT_ONCE);
            save(page.items(), section, generation);
            until.see(page.items());
            start += page.received();
            if (page.received() == 0 || start >= page.totalSize()) {
                break;
            }
        }
        if (until.instant.isAfter(changedUntil)) {
            database.store(LibraryStore.class).saveChangedUntil(section.key(), until.instant);
        }
    }

    /// Finds what was deleted, and what slipped through.
    void compare(PlexSection section) {
        Set<String> present = new HashSet<>();
        boolean whole = eachPage(start -> plex.ratingKeys(section, start, KEYS_AT_ONCE), section, present::addAll);
        if (!whole) {
            return;
        }
        boolean slippedThrough = database.inside(tx -> {
            var store = tx.store(LibraryStore.class);
            var copied = new HashSet<>(store.ratingKeys(section.key()));
            var missing = copied.stream().filter(key -> !present.contains(key)).toList();
            if (!missing.isEmpty()) {
                removal.of(tx, items -> items.delete(missing).length);
            }
            store.saveComparedAt(section.key(), clock.instant());
            return !copied.containsAll(present);
        });
        if (slippedThrough) {
            readAll(section);
        }
    }

    /// @return whether the pages together were as many as the section says it has
    private <T> boolean eachPage(IntFunction<PlexPage<T>> pages, PlexSection section, Consumer<List<T>> consumer) {
        int received = 0;
        while (true) {
            var page = pages.apply(received);
            consumer.accept(page.items());
            received += page.received();
            if (page.received() == 0 || received >= page.totalSize()) {
                break;
            }
        }
        int count = plex.count(section);
        if (received != count) {
            LOG.warn("library section {} listed {} titles of {}", section.key(), received, count);
        }
        return received == count;
    }

    private void save(List<PlexItem> items, PlexSection section, long generation) {
        if (items.isEmpty()) {
            return;
        }
        var type = TitleKind.of(section).filter(kind -> kind == TitleKind.MOVIE).isPresent()
                ? MediaType.MOVIE
                : MediaType.TV;
        var rows = items.stream()
                .map(item -> LibraryItem.of(item, section, type.wireName(), generation))
                .toList();
        database.run(tx -> {
            var added = notYetIn(tx, rows, type);
            tx.store(LibraryStore.class).save(rows);
            if (!added.isEmpty()) {
                tx.afterCommit(() -> listener.changed(new LibraryChanged(added)));
            }
        });
    }

    private static Set<TitleKey> notYetIn(Tx tx, Collection<LibraryItem> rows, MediaType type) {
        var keys = rows.stream()
                .map(LibraryItem::tmdbId)
                .filter(Objects::nonNull)
                .map(id -> new TitleKey(type, id))
                .collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            var ids = keys.stream().map(TitleKey::tmdbId).toList();
            tx.store(LibraryStore.class).places(ids).forEach(place -> keys.remove(place.key()));
        }
        return Set.copyOf(keys);
    }

    /// The latest change among titles, in the past: a title that claims the future must not hide what comes
    /// until then.
    private final class Latest {
        private Instant instant;

        Latest(Instant start) {
            instant = start;
        }

        void see(List<PlexItem> items) {
            var now = clock.instant();
            items.stream()
                    .map(item -> item.updatedAt() == null ? item.addedAt() : item.updatedAt())
                    .filter(Objects::nonNull)
                    .filter(time -> time.isAfter(instant) && !time.isAfter(now))
                    .forEach(time -> instant = time);
        }
    }
}
