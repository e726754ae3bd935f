package io.medianest.server;

import org.jspecify.annotations.Nullable;

/// A setting that makes a start impossible. The message is written for the keeper of the server.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean portTaken;

    public ConfigException(String message) {
        this(message, null);
    }

    public ConfigException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.portTaken = false;
    }

    private ConfigException(int port) {
        super("Port %d is in use by another program or not allowed: choose another with --server.port".formatted(port));
        this.portTaken = true;
    }

    static ConfigException portTaken(int port) {
        return new ConfigException(port);
    }

    /// Whether any other port would do.
    public boolean isPortTaken() {
        return portTaken;
    }
}
