package io.medianest.server.ytdlp;

/// A video could not be had. The message is a sentence for people and says what helps.
public final class FetchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FetchFailure reason;

    public FetchException(FetchFailure reason) {
        this(reason, reason.sentence());
    }

    public FetchException(FetchFailure reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public FetchFailure reason() {
        return reason;
    }
}
