package io.medianest.server.admin;

import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.StorageStats;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.DatabaseFile;
import io.medianest.server.platform.job.JobCount;
import io.medianest.server.platform.job.JobQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Gathers how the server is doing. Thread-safe.
final class ServerStats {
    private final Server server;
    private final StatsSources sources;
    private final Database database;
    private final JobQueue jobs;
    private final LocalCache cache;
    private final Clock clock;
    private final DataSize dataSize;

    ServerStats(Server server, StatsSources sources, Database database, JobQueue jobs, LocalCache cache, Clock clock) {
        this.server = server;
        this.sources = sources;
        this.database = database;
        this.jobs = jobs;
        this.cache = cache;
        this.clock = clock;
        this.dataSize = new DataSize(server.directory(), clock);
    }

    AdminStats now() {
        return new AdminStats(
                versions(),
                server.startedAt(),
                Math.max(
                        0, Duration.between(server.startedAt(), clock.instant()).toSeconds()),
                sources.users().get(),
                sources.requests().get(),
                sources.downloads().get(),
                jobs.counts().stream()
                        .collect(Collectors.toMap(count -> count.state().toLowerCase(Locale.ROOT), JobCount::jobs)),
                storage(),
                cache.stats());
    }

    private Map<String, String> versions() {
        return Map.of(
                "medianest", server.version(),
                "java", Runtime.version().toString(),
                "database", database.product(),
                "schema", Integer.toString(database.schemaVersion()));
    }

    private StorageStats storage() {
        var directory = server.directory();
        try {
            return new StorageStats(
                    directory.toString(),
                    size(directory.resolve(DatabaseFile.NAME)),
                    dataSize.bytes(),
                    Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing for what is not there.
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /// What a server knows of itself.
    ///
    /// @param directory where it keeps its data
    record Server(String version, Instant startedAt, Path directory) {}
}
