package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.DENIED;
import static io.medianest.model.download.DownloadStatus.DOWNLOADING;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.model.download.DownloadStatus.PAUSED;
import static io.medianest.model.download.DownloadStatus.PENDING;
import static io.medianest.model.download.DownloadStatus.QUEUED;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.download.DownloadFiles.Unwanted;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.download.OutputStore.Output;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.ytdlp.Leftovers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rules of what people do with downloads: pausing, going on, cancelling, trying again, approving,
/// denying, removing. What is done to a playlist is done to its videos. All throw `NOT_FOUND`, and
/// `INVALID_STATE` where it is too late. Thread-safe.
final class DownloadControl {
    private static final Set<DownloadStatus> OPEN = Set.of(PENDING, QUEUED, DOWNLOADING, PAUSED);
    private static final int MAX_REASON = 500;

    private final Database database;
    private final DownloadLedger ledger;
    private final Jobs jobs;
    private final DownloadQueue queue;
    private final Consent consent;
    private final Storage storage;

    DownloadControl(
            Database database,
            DownloadLedger ledger,
            Jobs jobs,
            DownloadQueue queue,
            Consent consent,
            Storage storage) {
        this.database = database;
        this.ledger = ledger;
        this.jobs = jobs;
        this.queue = queue;
        this.consent = consent;
        this.storage = storage;
    }

    /// The unfinished and the finished files.
    record Storage(Workplaces unfinished, DownloadFiles finished) {}

    /// What becomes of a finished file whose download is removed from the list.
    enum FileFate {
        KEEP,
        DELETE
    }

    /// Stops it and keeps what has arrived.
    Download pause(Caller caller, String id) {
        var paused = change(caller, id, Set.of(QUEUED, DOWNLOADING), Step.to(PAUSED), "paused");
        queue.stop(paused.ids(), Leftovers.KEEP);
        return paused.now();
    }

    /// Lets a paused one go on where it was.
    ///
    /// @throws MediaNestException also `ALREADY_QUEUED` when it was asked for again meanwhile
    Download resume(Caller caller, String id) {
        return queued(caller, id, () -> change(caller, id, Set.of(PAUSED), Step.to(QUEUED), "resumed"));
    }

    /// Brings what failed, or else what was cancelled, back into the queue. What was cancelled may never have
    /// been allowed: it waits for a yes again, where one is needed.
    ///
    /// @throws MediaNestException also `ALREADY_QUEUED` when it was asked for again meanwhile
    Download retry(Caller caller, String id) {
        boolean needsYes = consent.isNeeded(caller);
        return queued(
                caller,
                id,
                () -> database.inside(tx -> {
                    var main = locked(tx, caller, id);
                    var parts = parts(tx, main);
                    var failed = among(parts, Set.of(FAILED));
                    if (!failed.isEmpty()) {
                        return changed(tx, main, failed, Step.to(QUEUED));
                    }
                    var cancelled = among(parts, Set.of(CANCELLED));
                    require(!cancelled.isEmpty(), main, "tried again");
                    ledger.fromTheBeginning(tx, cancelled);
                    return changed(tx, main, cancelled, Step.to(needsYes ? PENDING : QUEUED));
                }));
    }

    /// @throws MediaNestException also `ALREADY_QUEUED` when it was asked for again meanwhile
    Download approve(Caller admin, String id) {
        return queued(admin, id, () -> change(admin, id, Set.of(PENDING), Step.to(QUEUED), "approved"));
    }

    /// @param reason for the person who asked
    Download deny(Caller admin, String id, @Nullable String reason) {
        if (reason != null && reason.length() > MAX_REASON) {
            throw MediaNestException.invalid("comment", "'comment' is longer than 500 characters");
        }
        return change(admin, id, Set.of(PENDING), Step.to(DENIED).failing(reason), "denied")
                .now();
    }

    /// Cancels what has not ended, with all that has arrived of it; removes from the list what has.
    ///
    /// @return as it was last
    Download cancelOrRemove(Caller caller, String id, FileFate fate) {
        var before = Downloads.visible(database.store(DownloadStore.class), caller, id);
        return before.status().isOpen() ? cancel(caller, id) : remove(caller, id, fate);
    }

    private Download cancel(Caller caller, String id) {
        var cancelled = change(caller, id, OPEN, Step.to(CANCELLED), "cancelled");
        stop(cancelled.ids());
        return cancelled.now();
    }

    private void stop(List<String> ids) {
        queue.stop(ids, Leftovers.DELETE);
        storage.unfinished.discardAll(ids, ledger);
    }

    /// Cancels all that a person has on its way who must not go on. Returns before the processes have ended.
    void lockOut(String userId) {
        var ids = database.store(DownloadStore.class).openOf(userId).stream()
                .flatMap(id -> database
                        .inside(tx -> ledger.lock(tx, id)
                                .map(main -> changed(tx, main, among(parts(tx, main), OPEN), Step.to(CANCELLED)))
                                .map(Changed::ids)
                                .orElse(List.of()))
                        .stream())
                .toList();
        Thread.ofVirtual().name("downloads of " + userId).start(() -> stop(ids));
    }

    private Download remove(Caller caller, String id, FileFate fate) {
        var removed = database.inside(tx -> {
            var main = locked(tx, caller, id);
            require(!main.status().isOpen(), main, "removed");
            var store = tx.store(DownloadStore.class);
            var outputs = tx.store(OutputStore.class).outputsOf(id);
            var places = storage.unfinished.of(store.idsOf(id));
            store.delete(id);
            Optional.ofNullable(main.playlistId()).ifPresent(playlist -> ledger.tally(tx, playlist));
            return new Removed(main, places, unwanted(tx.store(OutputStore.class), outputs));
        });
        removed.places.forEach(Workplace::delete);
        if (fate == FileFate.DELETE) {
            removed.files.forEach(storage.finished::delete);
        }
        return removed.last;
    }

    /// The files of removed downloads that nobody else's download names.
    private static List<Unwanted> unwanted(OutputStore store, List<Output> outputs) {
        if (outputs.isEmpty()) {
            return List.of();
        }
        var videoIds = outputs.stream().map(Output::videoId).distinct().toList();
        var paths = outputs.stream().map(Output::outputPath).distinct().toList();
        return new Holdings(outputs).unwanted(new Holdings(store.outputsLike(videoIds, paths)));
    }

    private Changed change(Caller caller, String id, Set<DownloadStatus> from, Step step, String verb) {
        return database.inside(tx -> {
            var main = locked(tx, caller, id);
            var chosen = among(parts(tx, main), from);
            require(!chosen.isEmpty(), main, verb);
            return changed(tx, main, chosen, step);
        });
    }

    private Changed changed(Tx tx, Download main, List<Download> all, Step step) {
        var chosen = DownloadRow.standsInTheWay(step.status()) ? new Rivals(tx, ledger).without(all) : all;
        ledger.changeAll(tx, chosen, step);
        var now = tx.store(DownloadStore.class).find(main.id()).orElseThrow();
        PlaylistExpansion.jobFor(now).ifPresent(job -> jobs.add(tx, job));
        return new Changed(now, chosen.stream().map(Download::id).toList());
    }

    private Download queued(Caller caller, String id, Supplier<Changed> change) {
        try {
            var changed = change.get();
            queue.wake();
            return changed.now();
        } catch (RuntimeException e) {
            throw Database.isDuplicate(e) ? alreadyQueued(caller, id) : e;
        }
    }

    private MediaNestException alreadyQueued(Caller caller, String id) {
        return Downloads.alreadyQueued(
                caller, database.store(DownloadStore.class).inTheWayOf(id));
    }

    private Download locked(Tx tx, Caller caller, String id) {
        Downloads.visible(tx.store(DownloadStore.class), caller, id);
        return ledger.lock(tx, id).orElseThrow(() -> Downloads.unknown(id));
    }

    /// The videos of a playlist; itself for all else.
    private static List<Download> parts(Tx tx, Download main) {
        var items = tx.store(DownloadStore.class).lockItems(main.id());
        return items.isEmpty() ? List.of(main) : items;
    }

    private static List<Download> among(List<Download> downloads, Set<DownloadStatus> statuses) {
        return downloads.stream()
                .filter(download -> statuses.contains(download.status()))
                .toList();
    }

    private static void require(boolean allowed, Download download, String verb) {
        if (!allowed) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "%s cannot be %s: it is %s"
                            .formatted(
                                    download.title() == null ? "This download" : download.title(),
                                    verb,
                                    download.status().wireName()),
                    download.status().wireName());
        }
    }

    /// @param ids of what was really changed
    private record Changed(Download now, List<String> ids) {}

    private record Removed(Download last, List<Workplace> places, List<Unwanted> files) {}
}
