package io.medianest.server.platform.socketio;

import org.jspecify.annotations.Nullable;

/// A namespace does not let a client in. The client gets message and data, so they must hold nothing confidential.
public final class ConnectRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final @Nullable Object data;

    public ConnectRefusedException(String message) {
        this(message, null);
    }

    /// @param data becomes JSON
    public ConnectRefusedException(String message, @Nullable Object data) {
        super(message);
        this.data = data;
    }

    @Nullable Object data() {
        return data;
    }
}
