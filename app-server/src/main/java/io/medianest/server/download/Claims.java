package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Gives out turns, and takes them back. A claim stands in the database, as the one process that may work on
/// a video. Thread-safe.
final class Claims {
    private final Database database;
    private final DownloadLedger ledger;
    private final Clock clock;

    Claims(Database database, DownloadLedger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A download whose turn it is.
    ///
    /// @param correlationId of what somebody asked that led to it
    record Claim(Download download, String correlationId) {}

    /// Claims the next download that is due; empty when there is none, or as many run as may.
    Optional<Claim> next(int concurrency) {
        var now = clock.instant();
        return database.inside(tx -> {
            var store = tx.store(ClaimStore.class);
            if (store.running() >= concurrency) {
                return Optional.<Claim>empty();
            }
            return store.next(now)
                    .flatMap(id -> ledger.lock(tx, id))
                    .filter(download -> download.status() == DownloadStatus.QUEUED)
                    .map(download -> claim(tx, store, download));
        });
    }

    private Claim claim(Tx tx, ClaimStore store, Download download) {
        store.take(download.id());
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
        var orphans = new ArrayList<>(store().claimed());
        orphans.removeAll(alive);
        if (!orphans.isEmpty()) {
            store().releaseAll(orphans);
        }
        return orphans;
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
