package io.medianest.desktop.request;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestDetails;
import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What happened to the one request that is looked at. Belongs to the FX thread.
public final class RequestPanelViewModel {
    private final MediaNestApi api;
    private final Async async;
    private final Clock clock;
    private final Object reading = new Object();
    private final ReadOnlyObjectWrapper<@Nullable MediaRequest> request = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Screen<RequestDetails>> screen = new ReadOnlyObjectWrapper<>(Screen.empty());
    private Instant readAt = Instant.MIN;

    RequestPanelViewModel(MediaNestApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.clock = clock;
    }

    /// The request itself, at once and always current; absent when none is looked at.
    public ReadOnlyObjectProperty<@Nullable MediaRequest> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /// The request with its history.
    public ReadOnlyObjectProperty<Screen<RequestDetails>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// Looks at another request, or at none.
    void show(@Nullable MediaRequest other) {
        MediaRequest before = request.get();
        if (before != null && other != null && before.id().equals(other.id())) {
            changed(other);
            return;
        }
        request.set(other);
        if (other == null) {
            async.cancel(reading);
            screen.set(Screen.empty());
            return;
        }
        screen.set(Screen.loading());
        read();
    }

    /// Reads again, since something may have been missed or did not work.
    public void refresh() {
        if (request.get() != null) {
            screen.set(screen.get().whileReading());
            read();
        }
    }

    /// An event or a reply told of a request. Only a step forward has a history to read; progress has not.
    void changed(MediaRequest other) {
        MediaRequest before = request.get();
        if (before == null || !before.id().equals(other.id()) || other.version() < before.version()) {
            return;
        }
        request.set(other);
        if (before.status() != other.status() || before.stage() != other.stage()) {
            read();
        }
    }

    private void read() {
        MediaRequest wanted = request.get();
        if (wanted != null) {
            async.latest(reading, () -> api.request(wanted.id())).then(this::arrived, this::failed);
        }
    }

    private void arrived(RequestDetails details) {
        readAt = clock.instant();
        MediaRequest known = request.get();
        if (known == null || details.request().version() >= known.version()) {
            request.set(details.request());
        }
        screen.set(Screen.of(details));
    }

    private void failed(ApiException problem) {
        screen.set(screen.get().afterFailure(problem, readAt));
    }
}
