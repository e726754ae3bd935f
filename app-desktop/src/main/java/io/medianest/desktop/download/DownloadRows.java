package io.medianest.desktop.download;

import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.download.DownloadLine.Mark;
import io.medianest.desktop.download.DownloadQuery.Ended;
import io.medianest.desktop.download.DownloadReader.Beginning;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.DownloadStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The listed downloads: the queue, and the beginning of what has ended, kept current by events. Pages and events may
/// come in any order; of each download the newest version wins. Belongs to the FX thread.
final class DownloadRows {
    private final Supplier<String> myId;
    private final PlaylistVideos videos = new PlaylistVideos();
    private final DownloadLines lines = new DownloadLines(videos);
    private final RowQueue queue = new RowQueue();
    private final List<DownloadRow> ended = new ArrayList<>();
    private final Map<String, DownloadRow> byId = new HashMap<>();
    /// What events told while a reading is under way, since the answer may have left the server before.
    private final Map<String, Download> meanwhile = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private DownloadQuery query = new DownloadQuery(Scope.MINE, Ended.ALL);
    private boolean complete;

    DownloadRows(Supplier<String> myId) {
        this.myId = myId;
    }

    ObservableList<DownloadLine> lines() {
        return lines.list();
    }

    ReadOnlyBooleanProperty arrangingProperty() {
        return lines.arrangingProperty();
    }

    DownloadQuery query() {
        return query;
    }

    int endedCount() {
        return ended.size();
    }

    boolean hasMore() {
        return !complete;
    }

    /// Whether there is nothing at all, whatever one chooses to see.
    boolean isEmpty() {
        return queue.list().isEmpty() && ended.isEmpty() && complete && query.ended() == Ended.ALL;
    }

    /// A download of the list, or a video of one of its playlists.
    @Nullable DownloadRow row(Download download) {
        String playlist = download.playlistId();
        return playlist == null ? byId.get(download.id()) : videos.row(playlist, download.id());
    }

    @Nullable DownloadRow row(String id) {
        return byId.get(id);
    }

    /// Those in the queue of the same person that wait, in their order.
    List<DownloadRow> waitingBeside(DownloadRow row) {
        return queue.waitingBeside(row);
    }

    /// From now on events count as newer than the answer that is awaited.
    void expectAnswer() {
        meanwhile.clear();
    }

    /// Everything was read anew. Rows that stay keep their identity.
    void replace(DownloadQuery readFor, Beginning read) {
        query = readFor;
        var before = Map.copyOf(byId);
        queue.list().clear();
        ended.clear();
        byId.clear();
        read.queue().downloads().forEach(download -> add(before, download));
        read.ended().forEach(download -> add(before, download));
        complete = read.complete();
        List.copyOf(meanwhile.values()).forEach(this::enter);
        show();
    }

    /// The queue was read anew, since its order has changed.
    void reorder(List<Download> readQueue) {
        var before = Map.copyOf(byId);
        queue.list().forEach(row -> byId.remove(row.id()));
        queue.list().clear();
        readQueue.forEach(download -> add(before, download));
        List.copyOf(meanwhile.values()).forEach(this::enter);
        show();
    }

    /// The next piece of what has ended was read.
    ///
    /// @return how many rows it added
    int append(DownloadPage page) {
        complete = !page.pagination().hasNext();
        int before = ended.size();
        page.downloads().forEach(download -> add(byId, download));
        show();
        return ended.size() - before;
    }

    private void add(Map<String, DownloadRow> known, Download read) {
        DownloadRow row = known.getOrDefault(read.id(), new DownloadRow(read));
        take(row, read);
        Download told = meanwhile.get(read.id());
        if (told != null) {
            take(row, told);
        }
        boolean listed = byId.containsKey(row.id()) || removed.contains(row.id());
        if (!listed && query.takes(row.download(), myId.get())) {
            byId.put(row.id(), row);
            (row.download().status().isOpen() ? queue.list() : ended).add(row);
        }
    }

    /// An event or a reply told of a download.
    void changed(Download download) {
        if (download.playlistId() != null) {
            videoChanged(download.playlistId(), download);
            return;
        }
        meanwhile.merge(download.id(), download, DownloadRows::newer);
        if (enter(download)) {
            show();
        }
    }

    /// Lists a download that somebody wants to see, whatever the list is narrowed to and however far it was read.
    DownloadRow list(Download download) {
        DownloadRow known = byId.get(download.id());
        if (known != null) {
            take(known, download);
            return known;
        }
        var row = new DownloadRow(download);
        byId.put(row.id(), row);
        (download.status().isOpen() ? queue.list() : ended).add(row);
        show();
        return row;
    }

    private void videoChanged(String playlistId, Download video) {
        boolean added = videos.changed(playlistId, video);
        DownloadRow playlist = byId.get(playlistId);
        if (playlist == null) {
            return;
        }
        playlist.reached(videos.sum(playlist.download()));
        if (added && playlist.state().unfolded()) {
            show();
        }
    }

    /// @return whether the lines have to change
    private boolean enter(Download download) {
        DownloadRow row = byId.get(download.id());
        if (row == null) {
            return !removed.contains(download.id()) && insert(new DownloadRow(download), queue::enter);
        }
        DownloadStatus before = row.download().status();
        take(row, download);
        if (before == row.download().status()) {
            return false;
        }
        queue.list().remove(row);
        ended.remove(row);
        byId.remove(row.id());
        insert(row, queue::enterAgain);
        return true;
    }

    private void take(DownloadRow row, Download newer) {
        row.take(newer);
        if (row.isPlaylist()) {
            row.reached(videos.sum(row.download()));
        }
    }

    /// @param enterQueue how it enters the queue if it has not ended
    private boolean insert(DownloadRow row, Consumer<DownloadRow> enterQueue) {
        if (!query.takes(row.download(), myId.get())) {
            return false;
        }
        if (row.download().status().isOpen()) {
            enterQueue.accept(row);
        } else if (!insertEnded(row)) {
            return false;
        }
        byId.put(row.id(), row);
        return true;
    }

    private boolean insertEnded(DownloadRow row) {
        int place = 0;
        while (place < ended.size()
                && ended.get(place)
                        .download()
                        .createdAt()
                        .isAfter(row.download().createdAt())) {
            place++;
        }
        boolean beyondWhatWasRead = place == ended.size() && !complete;
        if (!beyondWhatWasRead) {
            ended.add(place, row);
        }
        return !beyondWhatWasRead;
    }

    /// It is not on the list any more.
    void remove(DownloadRow row) {
        String playlist = row.download().playlistId();
        removed.add(row.id());
        if (playlist != null) {
            videos.remove(playlist, row.id());
        }
        queue.list().remove(row);
        ended.remove(row);
        byId.remove(row.id());
        videos.forget(row.id());
        show();
    }

    /// A row goes to another place of the queue, as the server will say, too.
    void move(DownloadRow row, DownloadMove move) {
        queue.move(row, move);
        show();
    }

    /// The videos of a playlist were read: they are shown below it.
    void unfold(DownloadRow playlist, List<Download> read) {
        videos.replace(playlist.id(), read);
        playlist.fold(true);
        show();
    }

    void fold(DownloadRow playlist) {
        playlist.fold(false);
        show();
    }

    void endWith(@Nullable Mark mark) {
        lines.endWith(mark);
    }

    private void show() {
        lines.show(queue.list(), ended);
    }

    private static Download newer(Download known, Download other) {
        return other.version() >= known.version() ? other : known;
    }
}
