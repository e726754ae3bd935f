package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.download.ClaimStore.Waiting;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gives out turns, and takes them back. A claim stands in the database, as the one process that may work on
/// a video. Thread-safe.
final class Claims {
    /// Nothing is put off for longer.
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Database database;
    private final String node;
    private final DownloadLedger ledger;
    private final Clock clock;

    /// @param node which of the servers that load this is
    Claims(Database database, String node, DownloadLedger ledger, Clock clock) {
        this.database = database;
        this.node = node;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A download whose turn it is.
    ///
    /// @param correlationId of what somebody asked that led to it
    record Claim(Download download, String correlationId) {}

    /// Claims the next download that is due; empty when there is none, or as many run as may.
    Optional<Claim> next(int concurrency) {
        try {
            return database.inside(tx -> {
                var store = tx.store(ClaimStore.class);
                return store.running(node) >= concurrency ? Optional.<Claim>empty() : next(tx, store);
            });
        } catch (RuntimeException e) {
            if (Database.isDuplicate(e)) {
                // Another server has begun with the same video at the same moment.
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Whoever is next may be taken by another server while we wait for it: then somebody else is next.
    private Optional<Claim> next(Tx tx, ClaimStore store) {
        var next = due(store);
        while (next.isPresent()) {
            var claim = ledger.lock(tx, next.get())
                    .filter(download -> download.status() == DownloadStatus.QUEUED)
                    .map(download -> claim(tx, store, download));
            if (claim.isPresent()) {
                return claim;
            }
            var taken = next.get();
            next = due(store).filter(id -> !id.equals(taken));
        }
        return Optional.empty();
    }

    /// Of whoever has the fewest running, and among those of whoever was served longest ago. Asked person by person: a
    /// database that compares all that waits with each other takes minutes over a few thousand.
    private Optional<String> due(ClaimStore store) {
        var now = clock.instant();
        var busy = store.busy();
        return store.people().stream()
                .sorted(Comparator.comparingInt((Waiting person) -> busy.getOrDefault(person.userId(), 0))
                        .thenComparingLong(Waiting::served)
                        .thenComparing(Waiting::since))
                .flatMap(person -> store.next(person.userId(), now, now.plus(LONGEST_WAIT)).stream())
                .findFirst();
    }

    private Claim claim(Tx tx, ClaimStore store, Download download) {
        store.take(download.id(), node);
        if (store.serve(download.userId()) == 0) {
            store.serveFirst(download.userId());
        }
        var claimed =
                ledger.change(tx, download, Step.to(DownloadStatus.DOWNLOADING).after(download.attempts(), null));
        return new Claim(claimed, store.correlationOf(download.id()));
    }

    /// The process of a download has ended.
    void release(String id) {
        store().release(id);
    }

    /// Takes back claims that nobody works on: those of an earlier run of the program, or whose end could not
    /// be noted.
    ///
    /// @param alive downloads that have a process
    /// @return what was taken back
    List<String> orphans(Collection<String> alive) {
        var orphans = new ArrayList<>(store().claimed(node));
        orphans.removeAll(alive);
        if (!orphans.isEmpty()) {
            store().releaseAll(orphans);
        }
        return orphans;
    }

    /// Those of the given that go on another time, or that another server has taken over.
    List<String> putAside(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store().putAside(ids, node);
    }

    /// Those of the given that nobody wants any more.
    List<String> givenUp(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store().givenUp(ids);
    }

    int waiting() {
        return store().waiting();
    }

    /// When something has to be tried again that is not due yet.
    Optional<Instant> nextDue() {
        return store().nextDue(clock.instant());
    }

    private ClaimStore store() {
        return database.store(ClaimStore.class);
    }
}
