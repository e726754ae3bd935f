package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Writes the rows of one playlist. Videos that are on their way already are left out, those that are there
/// already count as done. Used by the thread of its transaction only.
final class PlaylistVideos {
    /// Why a video is left out.
    static final String ON_ITS_WAY = "It is on its way already.";

    private final Tx tx;
    private final DownloadStore store;
    private final DownloadLedger ledger;
    private final Ids ids;
    private final Clock clock;
    private final Download playlist;

    /// @param playlist locked
    PlaylistVideos(Tx tx, DownloadLedger ledger, Ids ids, Clock clock, Download playlist) {
        this.tx = tx;
        this.store = tx.store(DownloadStore.class);
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
        this.playlist = playlist;
    }

    /// A video of the playlist, and what is wished of it.
    record Item(PlaylistEntry entry, Wish wish) {}

    void enter(List<Item> items) {
        var taken = new HashSet<>(
                store.openAmong(items.stream().map(item -> item.wish().key()).toList()));
        var there = there(items);
        items.forEach(item -> enter(item, taken, there));
    }

    private Map<String, Download> there(List<Item> items) {
        var wanted = items.stream()
                .filter(item -> !item.wish().again())
                .map(item -> item.wish().address().id())
                .toList();
        return Downloads.finished(store, wanted, playlist.format().wireName());
    }

    private void enter(Item item, Set<String> taken, Map<String, Download> there) {
        var wish = item.wish();
        boolean first = taken.add(wish.key());
        var row = DownloadRow.of(
                ids.next("dl"),
                playlist.userId(),
                playlist.id(),
                wish,
                item.entry(),
                first ? null : ON_ITS_WAY,
                clock.instant());
        var entered = ledger.open(tx, row);
        var done = there.get(wish.address().id());
        if (first && done != null) {
            complete(entered, done);
        }
    }

    private void complete(Download entered, Download done) {
        long size = Objects.requireNonNullElse(done.fileSize(), 0L);
        var outputs = tx.store(OutputStore.class);
        outputs.file(entered.id(), outputs.outputOf(done.id()).orElseThrow(), size);
        store.step(entered.id(), Step.to(DownloadStatus.COMPLETED).row(clock.instant()));
    }
}
