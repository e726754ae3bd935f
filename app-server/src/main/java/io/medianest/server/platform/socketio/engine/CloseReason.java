package io.medianest.server.platform.socketio.engine;

/// Why a session ended.
public enum CloseReason {
    /// The client said so.
    CLIENT_CLOSED,
    /// The application said so, or the server stopped.
    SERVER_CLOSED,
    /// The WebSocket ended without a word.
    TRANSPORT_CLOSED,
    /// Writing failed.
    TRANSPORT_FAILED,
    /// No pong in time.
    PING_TIMEOUT,
    /// The client read slower than messages came.
    OUTBOX_FULL,
    /// The client sent what the protocol does not allow.
    PROTOCOL_VIOLATION
}
