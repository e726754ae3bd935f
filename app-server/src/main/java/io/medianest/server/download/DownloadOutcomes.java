package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.DOWNLOADING;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.model.download.DownloadStatus.PAUSED;
import static io.medianest.model.download.DownloadStatus.QUEUED;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.download.OutputStore.Output;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.FetchProcess;
import io.medianest.server.ytdlp.FoundVideo;
import io.medianest.server.ytdlp.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What running downloads report: what they are, that they are done, that they failed. Late reports are
/// harmless: one that a person has cancelled stays cancelled. Thread-safe.
final class DownloadOutcomes {
    /// So often a download is tried by itself.
    static final int MAX_ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int PAUSE_GROWS = 4;
    /// Those that a file which is there after all makes happy.
    private static final Set<DownloadStatus> KEPT = Set.of(DOWNLOADING, QUEUED, PAUSED);

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

    /// Notes which process works on it.
    void runs(String id, Fetch fetch) {
        database.store(DownloadStore.class).process(id, FetchProcess.of(fetch).text());
    }

    /// The file is whole. It goes to its place, unless the download was cancelled in the last moment; while
    /// it goes there it cannot be cancelled.
    ///
    /// @throws IOException when it cannot be put there
    void finished(Workplace at, Delivery delivery) throws IOException {
        try {
            database.run(tx -> ledger.lock(tx, at.id())
                    .filter(download -> KEPT.contains(download.status()))
                    .ifPresent(download -> complete(tx, download, at, delivery)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        at.delete();
    }

    private void complete(Tx tx, Download download, Workplace at, Delivery delivery) {
        var store = tx.store(DownloadStore.class);
        var outputs = tx.store(OutputStore.class);
        var videoId = Objects.requireNonNull(download.videoId());
        var held = new Holdings(outputs.outputsOfVideo(videoId));
        boolean again = store.particulars(download.id()).orElseThrow().again();
        var there = publish(at, delivery, held, file -> again && held.isOnlyOf(download.userId(), file));
        var beside = new LinkedHashSet<>(there.beside());
        for (var older : held.of(there.file())) {
            outputs.letGo(older.id(), "Its file was replaced by a later download.");
            // It has not changed its state: whoever waits for its end is not told of that again.
            store.find(older.id()).ifPresent(now -> tx.afterCommit(() -> ledger.progressed(now)));
            DownloadFiles.besideOf(older.beside()).forEach(file -> beside.add(Path.of(file)));
        }
        store.describe(description(download.id(), delivery.video()));
        outputs.file(
                download.id(),
                new Output(
                        download.id(),
                        download.userId(),
                        videoId,
                        there.file().toString(),
                        DownloadFiles.besideText(List.copyOf(beside)),
                        at.home().toString()),
                delivery.size());
        ledger.change(tx, download, Step.to(COMPLETED).after(download.attempts(), null));
        jobs.add(tx, ScanLibrary.job(download.id()));
    }

    private DownloadFiles.Finished publish(
            Workplace at, Delivery delivery, Holdings held, Home.Replaceable replaceable) {
        try {
            return files.publish(at, delivery, held, replaceable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        ids.forEach(id -> putBack(id, note, null));
    }

    /// Puts one back that has met what is no fault of its own, not to be tried again before the pause is over.
    void waits(String id, String note, Duration pause) {
        putBack(id, note, clock.instant().plus(pause));
    }

    /// Those that wait for a time are tried as soon as they can.
    void hurry(Collection<String> ids) {
        ids.forEach(id -> database.run(tx -> ledger.lock(tx, id)
                .filter(download -> download.status() == QUEUED && download.nextAttemptAt() != null)
                .ifPresent(download -> ledger.change(
                        tx, download, Step.to(QUEUED).noting(download.note()).after(download.attempts(), null)))));
    }

    private void putBack(String id, @Nullable String note, @Nullable Instant notBefore) {
        database.run(tx -> ledger.lock(tx, id)
                .filter(download -> download.status() == DOWNLOADING)
                .ifPresent(download -> ledger.change(
                        tx, download, Step.to(QUEUED).noting(note).after(download.attempts(), notBefore))));
    }
}
