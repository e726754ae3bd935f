package io.medianest.server.ytdlp;

/// What becomes of the unfinished files of a download that is stopped.
public enum Leftovers {
    /// The same order goes on where this one stopped.
    KEEP,
    DELETE
}
