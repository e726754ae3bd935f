package io.medianest.desktop.download;

/// A line of the list of downloads.
public sealed interface DownloadLine permits DownloadRow, DownloadLine.Mark {
    /// What stands between and below the downloads.
    enum Mark implements DownloadLine {
        /// The head of what has ended, with the choice of what to see of it.
        ENDED,
        /// Nothing that has ended is as chosen.
        NOTHING_ENDED,
        /// The next ones are on their way.
        READING,
        /// The next ones could not be read.
        FAILED
    }
}
