package io.medianest.server.admin;

import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.DiskStats;
import io.medianest.model.admin.StorageStats;
import io.medianest.server.platform.db.DatabaseFile;
import io.medianest.server.platform.job.JobCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Gathers how the server is doing. Thread-safe.
final class ServerStats {
    private final Server server;
    private final StatsSources sources;
    private final DeadLetterBox failed;
    private final AdminFeature.Parts parts;
    private final Clock clock;
    private final DataSize dataSize;

    ServerStats(Server server, StatsSources sources, DeadLetterBox failed, AdminFeature.Parts parts, Clock clock) {
        this.server = server;
        this.sources = sources;
        this.failed = failed;
        this.parts = parts;
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
                parts.jobs().counts().stream()
                        .collect(Collectors.toMap(count -> count.state().toLowerCase(Locale.ROOT), JobCount::jobs)),
                failed.counts(),
                storage(),
                parts.cache().stats());
    }

    private Map<String, String> versions() {
        return Map.of(
                "medianest", server.version(),
                "java", Runtime.version().toString(),
                "database", parts.database().product(),
                "schema", Integer.toString(parts.database().schemaVersion()));
    }

    private StorageStats storage() {
        var directory = server.directory();
        try {
            return new StorageStats(
                    directory.toString(),
                    size(directory.resolve(DatabaseFile.NAME)),
                    dataSize.bytes(),
                    Files.getFileStore(directory).getUsableSpace(),
                    disk(server.downloads().get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of the nearest directory that is there: downloads make theirs when the first begins.
    private static DiskStats disk(Path directory) throws IOException {
        Path existing = directory.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        var disk = Files.getFileStore(existing);
        return new DiskStats(directory.toString(), disk.getTotalSpace(), disk.getUsableSpace());
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
    /// @param downloads where videos go
    record Server(String version, Instant startedAt, Path directory, Supplier<Path> downloads) {}
}
