package io.medianest.desktop.api;

/// How the window's live line to the server is.
public enum Connection {
    LIVE,
    /// Lost a moment ago, or not there yet.
    RECONNECTING,
    /// Lost for a while; it is still tried.
    OFFLINE
}
