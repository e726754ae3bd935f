package io.medianest.desktop;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.Subscription;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Events that a test lets happen.
public final class FakeEvents implements Events {
    /// How the line is.
    public final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.LIVE);

    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<LiveState>> states = new CopyOnWriteArrayList<>();

    @Override
    public Subscription listen(EventListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void onState(Consumer<LiveState> consumer) {
        states.add(consumer);
    }

    @Override
    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /// Everybody hears it.
    public void publish(ServerEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }

    /// As after a connect.
    public void publish(LiveState state) {
        states.forEach(consumer -> consumer.accept(state));
    }

    /// As after a gap in the numbers.
    public void miss() {
        listeners.forEach(EventListener::missedSome);
    }

    /// How many listen.
    public int listeners() {
        return listeners.size();
    }
}
