package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.server.platform.db.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Keeps what is on its way already from standing in the way of the rest of a playlist. Used by the thread of its
/// transaction only.
final class Rivals {
    private final DownloadStore store;
    private final Tx tx;
    private final DownloadLedger ledger;

    Rivals(Tx tx, DownloadLedger ledger) {
        this.store = tx.store(DownloadStore.class);
        this.tx = tx;
        this.ledger = ledger;
    }

    /// Those that can be queued, one of each; the others stay as they are and say why. All where none can: the
    /// database refuses them.
    ///
    /// @param chosen locked, none of them on its way
    List<Download> without(List<Download> chosen) {
        var keys = store.wishKeys(chosen.stream().map(Download::id).toList());
        var taken = new HashSet<>(store.openAmong(keys.values()));
        var free = chosen.stream()
                .collect(Collectors.partitioningBy(one -> taken.add(Objects.requireNonNull(keys.get(one.id())))));
        var queued = Objects.requireNonNull(free.get(true));
        if (queued.isEmpty()) {
            return chosen;
        }
        Objects.requireNonNull(free.get(false)).forEach(one -> leaveOut(one.id()));
        return queued;
    }

    private void leaveOut(String id) {
        store.note(id, PlaylistVideos.ON_ITS_WAY);
        ledger.tell(tx, id);
    }
}
