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

    /// As the server says it, with what is behind that as the cause.
    StartFailure(ConfigException refused) {
        super(refused.getMessage(), refused.getCause());
        this.sentence = String.valueOf(refused.getMessage());
        this.portTaken = refused.isPortTaken();
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
