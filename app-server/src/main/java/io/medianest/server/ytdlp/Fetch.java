package io.medianest.server.ytdlp;

/// A download under way. Thread-safe.
public interface Fetch {
    /// The number of its process.
    long pid();

    /// Waits for the end.
    ///
    /// @throws FetchException when it failed
    /// @throws FetchStoppedException when [#stop] ended it
    FetchedFile await() throws InterruptedException;

    /// Ends it and all of its processes, and returns when they are gone, or after a while in which they
    /// should be. Harmless after the end.
    void stop(Leftovers leftovers);
}
