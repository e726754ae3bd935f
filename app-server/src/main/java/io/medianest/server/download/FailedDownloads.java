package io.medianest.server.download;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.FailedWork;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The videos that could not be loaded, for whoever keeps the server. The list of downloads shows them too: what is
/// done here is done there. A playlist that could not even be read is a failed job. Thread-safe.
final class FailedDownloads implements FailedWork {
    private static final Logger LOG = LoggerFactory.getLogger(FailedDownloads.class);
    private static final String GIVEN_UP = "An admin has given this download up. It can be tried again.";

    private final Database database;
    private final DownloadLedger ledger;
    private final DownloadQueue queue;
    private final Workplaces workplaces;

    FailedDownloads(Database database, DownloadLedger ledger, DownloadQueue queue, Workplaces workplaces) {
        this.database = database;
        this.ledger = ledger;
        this.queue = queue;
        this.workplaces = workplaces;
    }

    @Override
    public String name() {
        return "downloads";
    }

    @Override
    public boolean isOurs(String id) {
        return id.startsWith("dl_");
    }

    @Override
    public long count() {
        return store().failedCount();
    }

    @Override
    public List<Instant> times(int most) {
        return store().failedTimes(most);
    }

    @Override
    public List<DeadLetter> letters(int limit, long offset) {
        return store().failed(limit, offset).stream().map(Failure::letter).toList();
    }

    /// Goes on with what has arrived.
    ///
    /// @throws MediaNestException `NOT_FOUND`; `ALREADY_QUEUED` when it was asked for again meanwhile
    @Override
    public void retry(String id, String by) {
        try {
            database.run(tx -> ledger.change(tx, locked(tx, id), Step.to(DownloadStatus.QUEUED)));
        } catch (RuntimeException e) {
            throw Database.isDuplicate(e)
                    ? new MediaNestException(ErrorCode.ALREADY_QUEUED, "The same is on its way already", id)
                    : e;
        }
        LOG.info("{} has download {} tried again", by, id);
        queue.wake();
    }

    @Override
    public int retryAll(String by) {
        int retried = 0;
        for (var id : store().failedIds()) {
            try {
                retry(id, by);
                retried++;
            } catch (MediaNestException e) {
                LOG.info("download {} is not tried again: {}", id, e.getMessage());
            }
        }
        return retried;
    }

    /// Cancels it, with all that has arrived.
    @Override
    public void discard(String id) {
        database.run(tx -> ledger.change(
                tx, locked(tx, id), Step.to(DownloadStatus.CANCELLED).noting(GIVEN_UP)));
        workplaces.discard(id, ledger);
    }

    @Override
    public int discardAll() {
        int discarded = 0;
        for (var id : store().failedIds()) {
            try {
                discard(id);
                discarded++;
            } catch (MediaNestException e) {
                LOG.debug("{} was tried again or removed meanwhile", id, e);
            }
        }
        return discarded;
    }

    private Download locked(Tx tx, String id) {
        return ledger.lock(tx, id)
                .filter(download -> download.kind() == DownloadKind.VIDEO && download.status() == DownloadStatus.FAILED)
                .orElseThrow(() ->
                        new MediaNestException(ErrorCode.NOT_FOUND, "There is no failed download of that id", id));
    }

    private DownloadStore store() {
        return database.store(DownloadStore.class);
    }

    /// As it is read. Public because Jdbi makes it.
    ///
    /// @param about its title, or its address before that is known
    public record Failure(
            String id,
            String url,
            String about,
            int attempts,
            @Nullable String lastError,
            String correlationId,
            Instant createdAt,
            Instant failedAt) {
        DeadLetter letter() {
            return new DeadLetter(
                    id, "download", url, about, attempts, lastError, correlationId, createdAt, failedAt, null);
        }
    }
}
