package io.medianest.server.platform.socketio.engine;

/// What a session needs of a WebSocket. Thread-safe.
interface WebSocketChannel {
    /// Writes a packet; waits while the network does not take it.
    ///
    /// @throws RuntimeException when the connection is gone
    void send(EnginePacket packet);

    /// Says good-bye (1000), if somebody is still there. Waits like [#send].
    void close();

    /// Cuts the connection, if it is still there, without waiting for anything.
    void terminate();
}
