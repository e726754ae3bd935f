package io.medianest.desktop.launch;

import io.medianest.server.ConfigException;
import org.jspecify.annotations.Nullable;

/// The server could not start. The message says why and what to do, in words for people.
public final class StartFailure extends RuntimeException {
    private final String sentence;
    private final boolean portTaken;

    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
        this.portTaken = false;
    }

    StartFailure(ConfigException cause) {
        super(cause.getMessage(), cause);
        this.sentence = String.valueOf(cause.getMessage());
        this.portTaken = cause.isPortTaken();
    }

    /// Whether it would start on any other port.
    public boolean isPortTaken() {
        return portTaken;
    }

    /// Why, and what to do.
    public String sentence() {
        return sentence;
    }
}
