package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Writes downloads: the row, the playlist that it is a part of, and the event after the commit. A playlist
/// is always locked before its videos, so that nobody waits for each other. Thread-safe.
final class DownloadLedger {
    private static final int AT_ONCE = 500;

    private final EventBus events;
    private final Clock clock;

    DownloadLedger(EventBus events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /// @throws RuntimeException of [io.medianest.server.platform.db.Database#isDuplicate] when the same is
    ///     open
    Download open(Tx tx, DownloadRow row) {
        var store = tx.store(DownloadStore.class);
        store.insert(List.of(row), List.of(store.lastPlace(row.userId()) + 1));
        return tell(tx, row.id());
    }

    /// A download that nobody else changes until the end of the transaction, nor its playlist.
    Optional<Download> lock(Tx tx, String id) {
        var store = tx.store(DownloadStore.class);
        store.playlistOf(id).ifPresent(store::lock);
        return store.lock(id);
    }

    /// Moves a locked download on.
    Download change(Tx tx, Download before, Step step) {
        var after = write(tx, before.id(), step);
        if (before.playlistId() != null) {
            tally(tx, before.playlistId());
        }
        return after;
    }

    /// Moves many locked downloads on, and then their playlists.
    void changeAll(Tx tx, Collection<Download> befores, Step step) {
        var store = tx.store(DownloadStore.class);
        var row = step.row(clock.instant());
        var changed = befores.stream().map(Download::id).toList();
        inParts(changed, ids -> store.step(ids, row));
        tellAll(tx, changed);
        befores.stream()
                .map(Download::playlistId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(playlist -> tally(tx, playlist));
    }

    /// Lets locked downloads begin anew.
    void fromTheBeginning(Tx tx, Collection<Download> downloads) {
        inParts(downloads.stream().map(Download::id).toList(), tx.store(DownloadStore.class)::fromTheBeginning);
    }

    /// As many at a time as a statement may name: a playlist has thousands.
    static <T> void inParts(Collection<T> all, Consumer<List<T>> statement) {
        all.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(statement);
    }

    private Download write(Tx tx, String id, Step step) {
        tx.store(DownloadStore.class).step(List.of(id), step.row(clock.instant()));
        return tell(tx, id);
    }

    /// Brings a locked playlist in line with what is in it.
    void tally(Tx tx, String playlistId) {
        var store = tx.store(DownloadStore.class);
        var tally = store.tally(playlistId);
        store.writeTally(playlistId, tally);
        var before = store.find(playlistId);
        var status = tally.status();
        if (before.isEmpty() || status.isEmpty()) {
            return;
        }
        if (status.get() == before.get().status()) {
            tell(tx, playlistId);
            return;
        }
        var failed = status.get() == DownloadStatus.FAILED;
        write(
                tx,
                playlistId,
                Step.to(status.get()).noting(before.get().note()).failing(failed ? tally.problem() : null));
    }

    /// Tells what a download is like now, once that is durable.
    Download tell(Tx tx, String id) {
        var now = tx.store(DownloadStore.class).find(id).orElseThrow();
        events.publish(tx, new ServerEvent.DownloadChanged(now));
        return now;
    }

    /// As [#tell], of many.
    void tellAll(Tx tx, Collection<String> downloads) {
        var store = tx.store(DownloadStore.class);
        inParts(
                downloads,
                ids -> store.findAll(ids).forEach(now -> events.publish(tx, new ServerEvent.DownloadChanged(now))));
    }

    /// Tells that bytes have come.
    void progressed(Download download) {
        events.publish(new ServerEvent.DownloadProgressed(download));
    }

    /// One step of a download.
    ///
    /// @param note why it waits
    /// @param error why it failed
    /// @param attempts that have failed so far
    record Step(
            DownloadStatus status,
            @Nullable String note,
            @Nullable String error,
            int attempts,
            @Nullable Instant nextAttemptAt) {

        /// A step that forgets what was before.
        static Step to(DownloadStatus status) {
            return new Step(status, null, null, 0, null);
        }

        Step failing(@Nullable String why) {
            return new Step(status, note, why, attempts, nextAttemptAt);
        }

        Step noting(@Nullable String why) {
            return new Step(status, why, error, attempts, nextAttemptAt);
        }

        /// After so many failures, and not before then.
        Step after(int failures, @Nullable Instant notBefore) {
            return new Step(status, note, error, failures, notBefore);
        }

        DownloadStore.StepRow row(Instant now) {
            return new DownloadStore.StepRow(
                    status.wireName(),
                    note,
                    error,
                    attempts,
                    nextAttemptAt,
                    DownloadRow.standsInTheWay(status),
                    status == DownloadStatus.DOWNLOADING ? now : null,
                    status.isOpen() ? null : now,
                    now);
        }
    }
}
