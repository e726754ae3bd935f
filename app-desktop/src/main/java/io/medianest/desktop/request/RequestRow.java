package io.medianest.desktop.request;

import io.medianest.model.request.MediaRequest;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A request in the list. It stays the same object for as long as it is listed, so that a change repaints it in its
/// place and neither selection nor scrolling is disturbed.
public final class RequestRow {
    private final ReadOnlyObjectWrapper<MediaRequest> request;
    private final ReadOnlyBooleanWrapper marked = new ReadOnlyBooleanWrapper();

    RequestRow(MediaRequest request) {
        this.request = new ReadOnlyObjectWrapper<>(request);
    }

    public String id() {
        return request.get().id();
    }

    public MediaRequest request() {
        return request.get();
    }

    public ReadOnlyObjectProperty<MediaRequest> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /// Ticked, to be acted upon together with others.
    public ReadOnlyBooleanProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    public boolean isMarked() {
        return marked.get();
    }

    void mark(boolean now) {
        marked.set(now);
    }

    /// Takes over a newer state of the request; an older one, which was overtaken on its way, is dropped.
    void take(MediaRequest other) {
        if (other.version() >= request.get().version()) {
            request.set(other);
        }
    }
}
