package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.download.OutputStore.Output;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Writes the rows of one playlist. Videos that are on their way already are left out, those that are there
/// already count as done. Used by the thread of its transaction only.
final class PlaylistVideos {
    /// Why a video is left out.
    static final String ON_ITS_WAY = "It is on its way already.";

    private static final int TOLD = 100;

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

    /// @return how many of them are loaded now
    int enter(List<Item> items) {
        var taken = new HashSet<>(
                store.openAmong(items.stream().map(item -> item.wish().key()).toList()));
        var there = there(items);
        var rows = new ArrayList<DownloadRow>();
        var done = new LinkedHashMap<String, Download>();
        for (var item : items) {
            boolean first = taken.add(item.wish().key());
            var row = row(item, first ? null : ON_ITS_WAY);
            rows.add(row);
            Optional.ofNullable(there.get(row.videoId())).filter(_ -> first).ifPresent(old -> done.put(row.id(), old));
        }
        write(rows);
        DownloadLedger.inParts(done.entrySet(), this::complete);
        // Whoever looks at it sees the first of them at once, the others when something happens to them.
        ledger.tellAll(tx, rows.stream().limit(TOLD).map(DownloadRow::id).toList());
        return (int) rows.stream().filter(row -> row.openKey() != null).count() - done.size();
    }

    private Map<String, Download> there(List<Item> items) {
        var wanted = items.stream()
                .filter(item -> !item.wish().again())
                .map(item -> item.wish().address().id())
                .toList();
        return Downloads.finished(store, wanted, playlist.format().wireName());
    }

    private DownloadRow row(Item item, @Nullable String note) {
        return DownloadRow.of(
                ids.next("dl"), playlist.userId(), playlist.id(), item.wish(), item.entry(), note, clock.instant());
    }

    /// Behind all that the person has.
    private void write(List<DownloadRow> rows) {
        long last = store.lastPlace(playlist.userId());
        store.insert(
                rows,
                LongStream.rangeClosed(last + 1, last + rows.size()).boxed().toList());
    }

    /// @param done what is entered, each with a finished one that has its file
    private void complete(List<Map.Entry<String, Download>> done) {
        var files = tx.store(OutputStore.class);
        var outputs = files
                .outputsAmong(done.stream().map(one -> one.getValue().id()).toList())
                .stream()
                .collect(Collectors.toMap(Output::id, Function.identity()));
        var entered = done.stream().map(Map.Entry::getKey).toList();
        files.files(
                entered,
                done.stream()
                        .map(one -> Objects.requireNonNull(
                                outputs.get(one.getValue().id())))
                        .toList(),
                done.stream()
                        .map(one -> Objects.requireNonNullElse(one.getValue().fileSize(), 0L))
                        .toList());
        store.step(entered, Step.to(DownloadStatus.COMPLETED).row(clock.instant()));
    }
}
