package io.medianest.server.ytdlp;

/// A download under way. Thread-safe.
public interface Fetch {
    /// Waits for the end.
    ///
    /// @throws FetchException when it failed
    /// @throws FetchStoppedException when [#stop] ended it
    FetchedFile await() throws InterruptedException;

    /// Ends it and all of its processes, and returns when they are gone. Harmless after the end.
    void stop(Leftovers leftovers);
}
