package io.medianest.server.ytdlp;

/// A download was stopped by us: no failure.
public final class FetchStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FetchStoppedException() {
        super("The download was stopped");
    }
}
