package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.download.Messenger.Place;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has people told that what they asked for is there: where the media server has it in a library, when it can be seen
/// in it, else at once.
final class AnnounceDownload implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceDownload.class);
    private static final String KIND = "announce-download";

    private final Database database;
    private final Arrivals arrivals;
    private final Messenger messenger;

    AnnounceDownload(Database database, Arrivals arrivals, Messenger messenger) {
        this.database = database;
        this.arrivals = arrivals;
        this.messenger = messenger;
    }

    static NewJob job(String downloadId) {
        return new NewJob(KIND, downloadId);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String downloadId) {
        database.store(DownloadStore.class)
                .find(downloadId)
                .filter(download -> download.status() == DownloadStatus.COMPLETED)
                .ifPresent(download -> announce(download, place(download)));
    }

    private Place place(Download download) {
        var files = arrivals.files(download);
        try {
            var there = arrivals.settled(download, files).there();
            return !files.isEmpty() && there.keySet().containsAll(files) ? Place.LIBRARY : Place.DISK;
        } catch (MediaNestException e) {
            LOG.debug("the media server cannot say whether it has {}: {}", download.id(), e.getMessage());
            arrivals.requirePatience(download);
            return Place.DISK;
        }
    }

    private void announce(Download download, Place place) {
        database.run(tx -> messenger.arrived(tx, download, place));
    }

    @Override
    public void dead(Tx tx, String downloadId, String reason) {
        tx.store(DownloadStore.class)
                .find(downloadId)
                .ifPresent(download -> messenger.arrived(tx, download, Place.DISK));
    }
}
