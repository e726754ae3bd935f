package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.ytdlp.FetchProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// How far the running downloads are, to the last byte. Kept in memory and told at once; the database learns
/// of it now and then. Thread-safe.
final class LiveProgress {
    private final DownloadLedger ledger;
    private final ConcurrentMap<String, State> states = new ConcurrentHashMap<>();

    LiveProgress(DownloadLedger ledger) {
        this.ledger = ledger;
    }

    /// @param saved whether the database knows
    private record State(FetchProgress progress, boolean saved) {}

    /// One has come this far.
    void heard(Download download, FetchProgress progress) {
        states.put(download.id(), new State(progress, false));
        ledger.progressed(overlay(download));
    }

    /// A download as it is this moment.
    Download overlay(Download stored) {
        var state = states.get(stored.id());
        return state == null || stored.status() != DownloadStatus.DOWNLOADING ? stored : with(stored, state.progress);
    }

    /// What the database does not know yet.
    Map<String, FetchProgress> takeUnsaved() {
        var unsaved = new HashMap<String, FetchProgress>();
        states.forEach((id, state) -> {
            if (!state.saved) {
                unsaved.put(id, state.progress);
                states.replace(id, state, new State(state.progress, true));
            }
        });
        return unsaved;
    }

    void forget(String id) {
        states.remove(id);
    }

    private static Download with(Download stored, FetchProgress progress) {
        @Nullable Long speed = progress.speedBytesPerSecond();
        @Nullable Long eta = progress.etaSeconds();
        return new Download(
                stored.id(),
                stored.kind(),
                stored.url(),
                stored.videoId(),
                stored.title(),
                stored.uploader(),
                stored.thumbnail(),
                stored.duration(),
                stored.status(),
                stored.quality(),
                stored.format(),
                // A second attempt may begin anew; what was reached before is no promise.
                Amounts.percent(progress.percent()),
                speed == null ? null : Amounts.speed(speed),
                eta == null ? null : Amounts.time(eta),
                speed,
                eta,
                progress.totalBytes() == null ? stored.fileSize() : progress.totalBytes(),
                progress.downloadedBytes(),
                stored.outputPath(),
                stored.note(),
                stored.error(),
                stored.attempts(),
                stored.nextAttemptAt(),
                stored.playlistId(),
                stored.position(),
                stored.items(),
                stored.userId(),
                stored.username(),
                stored.createdAt(),
                stored.updatedAt(),
                stored.startedAt(),
                stored.completedAt(),
                stored.version());
    }
}
