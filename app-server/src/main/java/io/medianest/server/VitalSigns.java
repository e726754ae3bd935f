package io.medianest.server;

import io.medianest.model.admin.BreakerReport;
import io.medianest.server.incident.Vitals;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.observe.ErrorRate;
import io.medianest.server.platform.resilience.Guards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the rules about incidents look at.
record VitalSigns(
        Database database,
        JobQueue jobs,
        Guards guards,
        ErrorRate errors,
        Predicate<String> maintenance,
        Predicate<String> unwatched,
        Path directory,
        Supplier<Path> downloads)
        implements Vitals {
    private static final Logger LOG = LoggerFactory.getLogger(VitalSigns.class);

    @Override
    public boolean isDatabaseReachable() {
        return database.isReachable();
    }

    @Override
    public int errorPercent() {
        return errors.percent();
    }

    @Override
    public long deadJobs() {
        return jobs.deadLetters().count();
    }

    @Override
    public long freeBytes() {
        return directory.toFile().getUsableSpace();
    }

    /// A disk that cannot be looked at says nothing here: downloads say themselves that they cannot be written.
    @Override
    public OptionalLong freeBytesForDownloads() {
        try {
            var disk = Files.getFileStore(existing(downloads.get()));
            return disk.equals(Files.getFileStore(directory))
                    ? OptionalLong.empty()
                    : OptionalLong.of(disk.getUsableSpace());
        } catch (IOException e) {
            LOG.debug("the disk for downloads cannot be looked at", e);
            return OptionalLong.empty();
        }
    }

    /// Downloads make their directory when the first begins.
    private static Path existing(Path wanted) {
        var path = wanted.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    @Override
    public List<BreakerReport> breakers() {
        return guards.reports();
    }

    @Override
    public boolean isInMaintenance(String service) {
        return maintenance.test(service);
    }

    @Override
    public boolean isUnwatched(String service) {
        return unwatched.test(service);
    }
}
