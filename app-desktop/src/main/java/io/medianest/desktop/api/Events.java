package io.medianest.desktop.api;

import io.medianest.model.event.LiveState;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What happens on the server while the window is open. Everything is delivered on the FX thread.
public interface Events {
    Subscription listen(EventListener listener);

    /// Called with the whole state on each connect.
    void onState(Consumer<LiveState> consumer);

    ReadOnlyObjectProperty<Connection> connectionProperty();
}
