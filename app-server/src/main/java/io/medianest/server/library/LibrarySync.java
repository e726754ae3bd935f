package io.medianest.server.library;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexSection;
import io.medianest.server.plex.TitleKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the copy of the library like the library: everything at first, then what has changed, and once a day
/// a comparison, since Plex does not say what was deleted. Each part is durable by itself: a sync that fails
/// half-way leaves a copy that is older in part, and the next one goes on from there. Thread-safe: one thread at a
/// time, the others wait.
final class LibrarySync {
    private static final Logger LOG = LoggerFactory.getLogger(LibrarySync.class);
    private static final Duration COMPARE_EVERY = Duration.ofDays(1);

    private final PlexClient plex;
    private final Database database;
    private final LibraryStore store;
    private final SectionSync sectionSync;
    private final Removal removal;
    private final Runnable whenAnotherServer;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    /// @param whenAnotherServer run when another server stands where the known one stood
    LibrarySync(PlexClient plex, Database database, LibraryListener listener, Runnable whenAnotherServer, Clock clock) {
        this.plex = plex;
        this.database = database;
        this.store = database.store(LibraryStore.class);
        this.whenAnotherServer = whenAnotherServer;
        this.sectionSync = new SectionSync(plex, database, listener, clock);
        this.removal = new Removal(listener);
        this.clock = clock;
    }

    /// Brings the copy up to date; does nothing where Plex is not configured.
    ///
    /// @throws MediaNestException what the first section that could not be read was told
    void sync() {
        if (plex.isConfigured()) {
            alone(this::syncEverything);
        }
    }

    /// Brings the copy of one library up to date; does nothing where Plex is not configured, and everything where that
    /// library is new.
    ///
    /// @throws MediaNestException what Plex was told
    void sync(String sectionKey) {
        if (plex.isConfigured()) {
            alone(() -> syncSection(sectionKey));
        }
    }

    private void alone(Runnable work) {
        running.lock();
        try {
            work.run();
        } finally {
            running.unlock();
        }
    }

    private void syncSection(String sectionKey) {
        var state = store.sections().stream()
                .filter(known -> known.sectionKey().equals(sectionKey))
                .findFirst();
        var section = plex.sections().stream()
                .filter(listed -> listed.key().equals(sectionKey))
                .findFirst();
        boolean sameServer = store.machineIdentifier()
                .filter(plex.machineIdentifier()::equals)
                .isPresent();
        if (state.isEmpty() || section.isEmpty() || !sameServer) {
            syncEverything();
            return;
        }
        sync(section.get(), state.get());
    }

    private void syncEverything() {
        var machineIdentifier = plex.machineIdentifier();
        var sections = plex.sections().stream()
                .filter(section -> TitleKind.of(section).isPresent())
                .toList();
        adopt(machineIdentifier);
        var states = store.sections().stream().collect(Collectors.toMap(SectionState::sectionKey, Function.identity()));
        forgetMissing(sections, states);
        syncAll(sections, states);
    }

    private void syncAll(List<PlexSection> sections, Map<String, SectionState> states) {
        MediaNestException first = null;
        for (var section : sections) {
            try {
                sync(section, states.get(section.key()));
            } catch (MediaNestException e) {
                LOG.warn("library section {} could not be read: {}", section.key(), e.getMessage());
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void sync(PlexSection section, @Nullable SectionState state) {
        var changedUntil = state == null ? null : state.changedUntil();
        if (changedUntil == null) {
            sectionSync.readAll(section);
            return;
        }
        sectionSync.readChanges(section, changedUntil);
        if (state != null && isComparisonDue(state.comparedAt())) {
            sectionSync.compare(section);
        }
    }

    private boolean isComparisonDue(@Nullable Instant comparedAt) {
        var now = clock.instant();
        // A comparison in the future was made by a clock that was wrong.
        return comparedAt == null || comparedAt.isAfter(now) || !now.isBefore(comparedAt.plus(COMPARE_EVERY));
    }

    /// Numbers of titles belong to one server: with another server the copy starts anew.
    private void adopt(String machineIdentifier) {
        var known = store.machineIdentifier();
        if (known.filter(machineIdentifier::equals).isPresent()) {
            return;
        }
        database.run(tx -> {
            var inTx = tx.store(LibraryStore.class);
            removal.of(tx, LibraryStore::deleteAllItems);
            inTx.deleteAllSections();
            inTx.saveMachineIdentifier(machineIdentifier);
        });
        whenAnotherServer.run();
    }

    private void forgetMissing(List<PlexSection> sections, Map<String, SectionState> states) {
        if (sections.isEmpty() && !states.isEmpty()) {
            LOG.warn("Plex names no library, where it had {}: believed when it names others", states.size());
            return;
        }
        var present = sections.stream().map(PlexSection::key).collect(Collectors.toSet());
        for (var key : states.keySet()) {
            if (!present.contains(key)) {
                LOG.info("library section {} is gone", key);
                database.run(tx -> {
                    removal.of(tx, items -> items.deleteItems(key));
                    tx.store(LibraryStore.class).deleteSection(key);
                });
            }
        }
    }
}
