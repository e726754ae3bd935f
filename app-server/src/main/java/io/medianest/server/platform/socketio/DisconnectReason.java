package io.medianest.server.platform.socketio;

/// Why a socket ended.
public enum DisconnectReason {
    /// The client left the namespace.
    LEFT_BY_CLIENT,
    /// The server put it out of the namespace.
    PUT_OUT,
    /// The connection ended, for whatever reason.
    CONNECTION_CLOSED
}
