package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a screen shows that is read once and then kept current by events. While the live line is lost it goes on
/// showing what there was, marked as a copy; when the line is back it is read again. Belongs to the FX thread.
public final class LiveScreen<T> implements AutoCloseable {
    private final Clock clock;
    private final Runnable read;
    private final ReadOnlyObjectWrapper<Screen<T>> screen = new ReadOnlyObjectWrapper<>(Screen.loading());
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Instant currentUntil = Instant.EPOCH;
    private boolean live;

    /// @param read begins to read it again
    public LiveScreen(Clock clock, Runnable read) {
        this.clock = clock;
        this.read = read;
    }

    /// Keeps up with the events from now on.
    public void follow(Events events, EventListener listener) {
        subscriptions.add(events.listen(listener));
        subscriptions.add(events.connectionProperty().subscribe(this::connectionBecame)::unsubscribe);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    public ReadOnlyObjectProperty<Screen<T>> property() {
        return screen.getReadOnlyProperty();
    }

    public Screen<T> get() {
        return screen.get();
    }

    /// It is being read: a skeleton, unless there is something to show meanwhile.
    public void reading() {
        screen.set(screen.get().whileReading());
    }

    /// It was read.
    public void show(Screen<T> now) {
        currentUntil = clock.instant();
        screen.set(now);
    }

    /// An event changed it; a copy stays marked as one, since others may have been missed.
    public void update(T value) {
        currentUntil = clock.instant();
        Stale stale = screen.get() instanceof Screen.Content<T>(var _, var known) ? known : null;
        screen.set(stale == null ? Screen.of(value) : Screen.copy(value, stale));
    }

    /// It could not be read.
    public void failed(ApiException problem) {
        screen.set(screen.get().afterFailure(problem, currentUntil));
    }

    private void connectionBecame(Connection now) {
        if (live) {
            currentUntil = clock.instant();
        }
        live = now == Connection.LIVE;
        switch (now) {
            case LIVE -> readIfOutdated();
            case OFFLINE -> markOutdated();
            case RECONNECTING -> {
                // It is mostly back within a moment.
            }
        }
    }

    private void readIfOutdated() {
        boolean outdated = screen.get() instanceof Screen.Content<T>(var _, var stale) && stale != null;
        if (outdated || screen.get() instanceof Screen.Failed) {
            read.run();
        }
    }

    private void markOutdated() {
        if (screen.get() instanceof Screen.Content<T>(var value, var stale) && stale == null) {
            screen.set(Screen.copy(value, new Stale(currentUntil)));
        }
    }
}
