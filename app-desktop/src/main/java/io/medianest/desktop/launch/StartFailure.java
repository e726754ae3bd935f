package io.medianest.desktop.launch;

/// The server could not start. The message says why and what to do, in words for people.
public final class StartFailure extends RuntimeException {
    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
