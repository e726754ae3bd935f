package io.medianest.server.platform.socketio;

/// What a namespace does with a client that wants in.
@FunctionalInterface
public interface ConnectHandler {
    /// Looks at [Socket#handshake] and either prepares the socket (handlers, rooms, first events) or refuses it.
    /// What it emits, and what reaches the rooms that it joined, is delivered after the client was told that it is
    /// in.
    ///
    /// @throws ConnectRefusedException which the client is told; after anything else thrown the client is
    ///     hung up on, so that it tries again
    void connect(Socket socket) throws ConnectRefusedException;
}
