package io.medianest.desktop.request;

import io.medianest.model.request.MediaRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The listed requests: the beginning of the server's list, kept current by events. Pages and events may come in any
/// order; of each request the newest version wins. Belongs to the FX thread.
final class RequestRows {
    private final Supplier<String> myId;
    private final ObservableList<RequestRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RequestRow> listed = FXCollections.unmodifiableObservableList(rows);
    private final Map<String, RequestRow> byId = new HashMap<>();
    /// What events told while a reading is under way, since the answer may have left the server before.
    private final Map<String, MediaRequest> meanwhile = new LinkedHashMap<>();
    private RequestQuery query = RequestQuery.ALL_MINE;
    private boolean complete;

    RequestRows(Supplier<String> myId) {
        this.myId = myId;
    }

    ObservableList<RequestRow> list() {
        return listed;
    }

    /// What the rows were read for.
    RequestQuery query() {
        return query;
    }

    int size() {
        return rows.size();
    }

    /// Whether the server's list goes on after the last row.
    boolean hasMore() {
        return !complete;
    }

    @Nullable RequestRow row(String id) {
        return byId.get(id);
    }

    /// From now on events count as newer than the answer that is awaited.
    void expectAnswer() {
        meanwhile.clear();
    }

    void clear() {
        rows.clear();
        byId.clear();
        complete = true;
    }

    /// The beginning of the list was read anew. Rows that stay keep their identity.
    void replace(RequestQuery readFor, List<MediaRequest> read, Rest rest) {
        query = readFor;
        complete = rest == Rest.NONE;
        var wanted = new ArrayList<RequestRow>();
        var seen = new HashMap<String, RequestRow>();
        for (MediaRequest request : read) {
            RequestRow row = known(request);
            if (stillFits(row, request) && seen.putIfAbsent(row.id(), row) == null) {
                wanted.add(row);
            }
        }
        byId.clear();
        byId.putAll(seen);
        arrange(wanted);
        List.copyOf(meanwhile.values()).forEach(this::changed);
    }

    /// The next piece of the list was read.
    ///
    /// @return how many rows it added
    int append(List<MediaRequest> read, Rest rest) {
        complete = rest == Rest.NONE;
        int before = rows.size();
        for (MediaRequest request : read) {
            RequestRow row = known(request);
            if (stillFits(row, request) && byId.putIfAbsent(row.id(), row) == null) {
                rows.add(row);
            }
        }
        return rows.size() - before;
    }

    /// An event or a reply told of a request.
    void changed(MediaRequest request) {
        MediaRequest newest = meanwhile.merge(request.id(), request, RequestRows::newer);
        RequestRow row = byId.get(newest.id());
        if (row == null) {
            insert(newest);
            return;
        }
        row.take(newest);
        if (!query.takes(row.request(), myId.get())) {
            byId.remove(row.id());
            rows.remove(row);
        }
    }

    private void insert(MediaRequest request) {
        if (!query.takes(request, myId.get())) {
            return;
        }
        int place = 0;
        while (place < rows.size()
                && query.sort().order().compare(rows.get(place).request(), request) < 0) {
            place++;
        }
        boolean beyondWhatWasRead = place == rows.size() && !complete;
        if (!beyondWhatWasRead) {
            var row = new RequestRow(request);
            byId.put(request.id(), row);
            rows.add(place, row);
        }
    }

    private RequestRow known(MediaRequest read) {
        RequestRow row = byId.getOrDefault(read.id(), new RequestRow(read));
        row.take(read);
        MediaRequest told = meanwhile.get(read.id());
        if (told != null) {
            row.take(told);
        }
        return row;
    }

    /// The server's choice stands, unless an event overtook it.
    private boolean stillFits(RequestRow row, MediaRequest read) {
        return row.request().version() == read.version() || query.takes(row.request(), myId.get());
    }

    /// Changes the list to the wanted one with as few moves as possible, so that what is shown does not jump.
    private void arrange(List<RequestRow> wanted) {
        rows.retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            RequestRow row = wanted.get(i);
            if (i < rows.size() && Objects.equals(rows.get(i), row)) {
                continue;
            }
            rows.remove(row);
            rows.add(i, row);
        }
    }

    private static MediaRequest newer(MediaRequest known, MediaRequest other) {
        return other.version() >= known.version() ? other : known;
    }

    /// Whether something follows what was read.
    enum Rest {
        MORE,
        NONE
    }
}
