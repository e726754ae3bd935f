package io.medianest.server.platform.socketio;

/// What an application does with an event. What it throws is logged; the socket stays.
@FunctionalInterface
public interface EventHandler {
    void handle(SocketEvent event);
}
