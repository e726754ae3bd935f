package io.medianest.server.library;

import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what Plex says has changed, out of turn. Asked for twice, it is done once.
final class SyncLibrary implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLibrary.class);
    private static final String KIND = "sync-library";
    private static final String EVERYTHING = "all";

    private final LibrarySync sync;
    private final LibraryTitles titles;

    SyncLibrary(LibrarySync sync, LibraryTitles titles) {
        this.sync = sync;
        this.titles = titles;
    }

    static NewJob everything() {
        return new NewJob(KIND, EVERYTHING);
    }

    static NewJob section(String key) {
        return new NewJob(KIND, key);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String section) {
        if (section.equals(EVERYTHING)) {
            sync.sync();
        } else {
            sync.sync(section);
        }
        titles.forget();
    }

    @Override
    public void dead(Tx tx, String section, String reason) {
        LOG.warn("the library ({}) was not read out of turn, and will be in turn: {}", section, reason);
    }
}
