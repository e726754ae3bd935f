package io.medianest.server.ytdlp;

/// Hears how a download goes, on one thread at a time, which must not be held up.
public interface FetchListener {
    /// What it is; once, before any progress. Not called when the host says nothing.
    void found(FoundVideo video);

    /// At most four times a second.
    void progress(FetchProgress progress);
}
