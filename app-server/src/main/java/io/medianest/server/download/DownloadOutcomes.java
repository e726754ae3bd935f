package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.DOWNLOADING;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.model.download.DownloadStatus.QUEUED;

import io.medianest.model.download.Download;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.ytdlp.FetchedFile;
import io.medianest.server.ytdlp.FoundVideo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What running downloads report: what they are, that they are done, that they failed. Late reports are
/// harmless: one that a person has cancelled stays cancelled. Thread-safe.
final class DownloadOutcomes {
    /// So often a download is tried by itself.
    static final int MAX_ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int PAUSE_GROWS = 4;

    private final Database database;
    private final DownloadLedger ledger;
    private final DownloadFiles files;
    private final Jobs jobs;
    private final Clock clock;

    DownloadOutcomes(Database database, DownloadLedger ledger, DownloadFiles files, Jobs jobs, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.files = files;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Whether it is still meant to run, and not stopped between its claim and its start.
    boolean isWanted(String id) {
        return database.store(DownloadStore.class)
                .find(id)
                .filter(download -> download.status() == DOWNLOADING)
                .isPresent();
    }

    /// @return the download with what is known now; empty when it was removed meanwhile
    Optional<Download> found(String id, FoundVideo video) {
        return database.inside(tx -> ledger.lock(tx, id).map(_ -> {
            tx.store(DownloadStore.class).describe(description(id, video));
            return ledger.tell(tx, id);
        }));
    }

    private static DownloadStore.Description description(String id, FoundVideo video) {
        return WaitingTitles.description(id, video.title(), video.uploader(), video.duration(), video.thumbnail());
    }

    /// The file is whole. It goes to its place, unless the download was cancelled in the last moment.
    ///
    /// @throws IOException when it cannot be put there
    void finished(String id, FetchedFile fetched) throws IOException {
        if (!isToBeKept(id)) {
            files.deleteIncomplete(id);
            return;
        }
        var there = files.publish(id, fetched);
        boolean kept = database.inside(tx -> ledger.lock(tx, id)
                .filter(download -> download.status() != CANCELLED)
                .map(download -> {
                    var store = tx.store(DownloadStore.class);
                    store.describe(description(id, fetched.video()));
                    store.file(id, there.file().toString(), DownloadFiles.besideText(there.beside()), fetched.size());
                    ledger.change(tx, download, Step.to(COMPLETED).after(download.attempts(), null));
                    jobs.add(tx, ScanLibrary.job(id));
                    return true;
                })
                .orElse(false));
        if (!kept) {
            files.delete(there.file().toString(), DownloadFiles.besideText(there.beside()));
        }
        files.deleteIncomplete(id);
    }

    private boolean isToBeKept(String id) {
        return database.store(DownloadStore.class)
                .find(id)
                .filter(download -> download.status() != CANCELLED)
                .isPresent();
    }

    /// It broke off: it is tried again later, if that can help and was not done too often; else it has
    /// failed.
    ///
    /// @param passes whether the same can succeed later
    /// @param sentence for people
    void failed(String id, boolean passes, String sentence) {
        database.run(tx -> ledger.lock(tx, id)
                .filter(download -> download.status() == DOWNLOADING)
                .ifPresent(download -> {
                    int failures = download.attempts() + 1;
                    ledger.change(tx, download, next(failures, passes, sentence));
                }));
    }

    private Step next(int failures, boolean passes, String sentence) {
        if (!passes) {
            return Step.to(FAILED).failing(sentence).after(failures, null);
        }
        if (failures >= MAX_ATTEMPTS) {
            return Step.to(FAILED)
                    .failing("Given up after %d attempts: %s".formatted(failures, sentence))
                    .after(failures, null);
        }
        return Step.to(QUEUED).noting(sentence).after(failures, clock.instant().plus(pauseAfter(failures)));
    }

    /// Half a minute, two, eight, half an hour.
    static Duration pauseAfter(int failures) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(PAUSE_GROWS, failures - 1.0));
    }

    /// Puts those that run back into the queue, through no fault of theirs.
    ///
    /// @param note why they wait; null when they go on as soon as they can
    void putBack(Collection<String> ids, @Nullable String note) {
        for (var id : ids) {
            database.run(tx -> ledger.lock(tx, id)
                    .filter(download -> download.status() == DOWNLOADING)
                    .ifPresent(download -> ledger.change(
                            tx, download, Step.to(QUEUED).noting(note).after(download.attempts(), null))));
        }
    }
}
