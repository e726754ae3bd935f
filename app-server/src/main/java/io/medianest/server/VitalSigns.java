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

    @Override
    public OptionalLong freeBytesForDownloads() throws IOException {
        return freeBytesBeside(directory, downloads.get());
    }

    /// What is left for `downloads`; empty where they are on the disk of `directory`.
    static OptionalLong freeBytesBeside(Path directory, Path downloads) throws IOException {
        var disk = Files.getFileStore(existing(downloads));
        return disk.equals(Files.getFileStore(directory))
                ? OptionalLong.empty()
                : OptionalLong.of(disk.getUsableSpace());
    }

    /// Downloads make their directory when the first begins. One of which nobody can say whether it is there, such as
    /// on a network disk that does not answer, is not taken for missing.
    private static Path existing(Path wanted) {
        var path = wanted.toAbsolutePath();
        while (Files.notExists(path) && path.getParent() != null) {
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
