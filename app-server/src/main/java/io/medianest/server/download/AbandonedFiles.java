package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.platform.db.Database;

/// Unfinished files that nobody goes on with: the program was killed before it could remove them.
final class AbandonedFiles {
    private final Database database;
    private final DownloadFiles files;

    AbandonedFiles(Database database, DownloadFiles files) {
        this.database = database;
        this.files = files;
    }

    /// Removes them.
    void remove() {
        var store = database.store(DownloadStore.class);
        for (var id : files.incomplete()) {
            if (store.find(id).filter(AbandonedFiles::mayGoOn).isEmpty()) {
                files.deleteIncomplete(id);
            }
        }
    }

    private static boolean mayGoOn(Download download) {
        return download.status().isOpen() || download.status() == DownloadStatus.FAILED;
    }
}
