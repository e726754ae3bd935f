package io.medianest.server.download;

import io.medianest.server.platform.db.Database;
import io.medianest.server.ytdlp.FetchProgress;
import java.util.HashSet;
import java.util.Set;

/// Writes down every few seconds how far the running downloads are, and tells how far their playlists are.
final class ProgressSaver {
    private final Database database;
    private final DownloadLedger ledger;
    private final LiveProgress progress;

    ProgressSaver(Database database, DownloadLedger ledger, LiveProgress progress) {
        this.database = database;
        this.ledger = ledger;
        this.progress = progress;
    }

    void save() {
        Set<String> playlists = new HashSet<>();
        progress.takeUnsaved().forEach((id, now) -> {
            write(id, now);
            database.store(DownloadStore.class).playlistOf(id).ifPresent(playlists::add);
        });
        playlists.forEach(this::retell);
    }

    private void write(String id, FetchProgress now) {
        database.store(DownloadStore.class)
                .progress(id, Amounts.percent(now.percent()), now.downloadedBytes(), now.totalBytes());
    }

    private void retell(String playlistId) {
        database.run(tx -> {
            var store = tx.store(DownloadStore.class);
            store.lock(playlistId).ifPresent(playlist -> {
                store.writeTally(playlistId, store.tally(playlistId));
                var now = store.find(playlistId).orElse(playlist);
                tx.afterCommit(() -> ledger.progressed(now));
            });
        });
    }
}
