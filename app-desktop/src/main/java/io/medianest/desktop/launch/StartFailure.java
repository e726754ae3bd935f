package io.medianest.desktop.launch;

import org.jspecify.annotations.Nullable;

/// The server could not start. The message says why and what to do, in words for people.
public final class StartFailure extends RuntimeException {
    private final String sentence;

    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// Why, and what to do.
    public String sentence() {
        return sentence;
    }
}
