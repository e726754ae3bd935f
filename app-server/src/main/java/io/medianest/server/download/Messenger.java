package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.server.platform.db.Tx;

/// Tells whoever asked for a download that it is there: once, however often it is asked to.
@FunctionalInterface
public interface Messenger {
    void arrived(Tx tx, Download download, Place place);

    /// Where people find it.
    enum Place {
        /// In the directory for downloads.
        DISK,
        /// In the library of the household's media server.
        LIBRARY
    }
}
