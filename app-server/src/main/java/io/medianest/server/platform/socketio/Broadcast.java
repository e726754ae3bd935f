package io.medianest.server.platform.socketio;

import org.jspecify.annotations.Nullable;

/// Several sockets, to be told the same. Those are meant that belong to it at the time of the call.
public interface Broadcast {
    /// Sends an event to each. The values become JSON once.
    void emit(String event, @Nullable Object... args);

    /// Puts each out of the namespace.
    void disconnectSockets();
}
