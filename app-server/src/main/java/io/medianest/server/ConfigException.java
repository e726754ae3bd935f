package io.medianest.server;

import org.jspecify.annotations.Nullable;

/// A setting that makes a start impossible. The message is written for the keeper of the server.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
