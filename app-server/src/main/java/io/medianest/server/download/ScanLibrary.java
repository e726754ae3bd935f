package io.medianest.server.download;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the media server know of a file that has come, as soon as it listens.
final class ScanLibrary implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ScanLibrary.class);
    private static final String KIND = "scan-library";

    private final Database database;
    private final HouseholdLibrary library;

    ScanLibrary(Database database, HouseholdLibrary library) {
        this.database = database;
        this.library = library;
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
        database.store(OutputStore.class)
                .outputOf(downloadId)
                .ifPresent(output -> library.scan(Path.of(output.outputPath())));
    }

    @Override
    public void dead(Tx tx, String downloadId, String reason) {
        LOG.warn("the media server could not be told of {}: {}", downloadId, reason);
    }
}
