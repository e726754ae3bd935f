package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a collection of the media server from a playlist that has come, by its name and in its order. What comes
/// later, since it failed at first, is added.
final class CollectPlaylist implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CollectPlaylist.class);
    private static final String KIND = "collect-playlist";

    private final Database database;
    private final Arrivals arrivals;
    private final HouseholdLibrary library;
    private final Supplier<DownloadSettings> settings;

    CollectPlaylist(
            Database database, Arrivals arrivals, HouseholdLibrary library, Supplier<DownloadSettings> settings) {
        this.database = database;
        this.arrivals = arrivals;
        this.library = library;
        this.settings = settings;
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
        if (settings.get().collections()) {
            database.store(DownloadStore.class)
                    .find(downloadId)
                    .filter(download -> download.kind() == DownloadKind.PLAYLIST)
                    .ifPresent(this::collect);
        }
    }

    private void collect(Download playlist) {
        var files = arrivals.files(playlist);
        var there = arrivals.settled(playlist, files).there();
        var seen = files.stream().filter(there::containsKey).toList();
        if (!seen.isEmpty() && playlist.title() != null) {
            library.collect(playlist.title(), seen);
        }
    }

    @Override
    public void dead(Tx tx, String downloadId, String reason) {
        LOG.warn("the playlist {} became no collection: {}", downloadId, reason);
    }
}
