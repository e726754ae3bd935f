package io.medianest.desktop.request;

import io.medianest.model.request.MediaRequest;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// Which rows are ticked, to be acted upon together. Belongs to the FX thread.
public final class RequestMarks {
    private final ObservableList<RequestRow> rows;
    private final ReadOnlyObjectWrapper<List<MediaRequest>> marked = new ReadOnlyObjectWrapper<>(List.of());

    RequestMarks(ObservableList<RequestRow> rows) {
        this.rows = rows;
    }

    /// The requests that are ticked, as they are now.
    public ReadOnlyObjectProperty<List<MediaRequest>> property() {
        return marked.getReadOnlyProperty();
    }

    /// Ticks a row, or takes its tick away.
    public void toggle(RequestRow row) {
        row.mark(!row.isMarked());
        recount();
    }

    /// Ticks all rows that were read so far.
    public void all() {
        rows.forEach(row -> row.mark(true));
        recount();
    }

    public void none() {
        rows.forEach(row -> row.mark(false));
        recount();
    }

    /// Rows came, went or changed.
    void recount() {
        marked.set(rows.stream()
                .filter(RequestRow::isMarked)
                .map(RequestRow::request)
                .toList());
    }
}
