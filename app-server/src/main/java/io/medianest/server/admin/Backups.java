package io.medianest.server.admin;

import io.medianest.model.admin.Backup;
import io.medianest.model.admin.BackupList;
import io.medianest.model.admin.Restore;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of all that the server knows: made while it runs, tried before they count, the last [#KEPT] of them kept.
/// Thread-safe.
final class Backups {
    static final int KEPT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Pattern NAME = Pattern.compile("medianest-[0-9A-Za-z-]{1,60}\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final Comparator<Backup> LATEST_FIRST =
            Comparator.comparing(Backup::createdAt).thenComparing(Backup::name).reversed();

    private final Database database;
    private final Path data;
    private final Path directory;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    /// @param data where the server keeps its data
    Backups(Database database, Path data, Clock clock) {
        this.database = database;
        this.data = data;
        this.directory = data.resolve("backups");
        this.clock = clock;
    }

    /// Makes a backup, and lets the oldest go.
    ///
    /// @throws MediaNestException `INTERNAL_ERROR` when it cannot be made or cannot be read again
    Backup make() {
        one.lock();
        try {
            OwnerFiles.createDirectory(directory);
            var file = directory.resolve("medianest-%s.zip".formatted(TIME.format(clock.instant())));
            write(file);
            forgetOldest(file);
            LOG.info("backup {} made", file.getFileName());
            return backup(file);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw failed("The backup could not be made: is there room on the disk? The log says more", e);
        } finally {
            one.unlock();
        }
    }

    private void write(Path file) throws IOException {
        var copy = directory.resolve("database.part");
        var unfinished = directory.resolve("backup.part");
        try {
            database.backUp(copy);
            BackupFile.write(unfinished, copy, data);
            try (var trial = BackupFile.unpack(unfinished, directory.resolve("trial"))) {
                trial.requireReadable(database.schemaVersion());
            }
            Files.move(unfinished, file);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(unfinished);
        }
    }

    /// Never the one that was made just now. Those from the future go first: the clock was ahead when they were made,
    /// and they would stand in the way of all that come after.
    private void forgetOldest(Path made) throws IOException {
        var now = clock.instant();
        var newestFirst = Comparator.comparing(
                        (Backup backup) -> backup.createdAt().isAfter(now))
                .thenComparing(LATEST_FIRST);
        var others = all().stream()
                .filter(backup -> !made.endsWith(backup.name()))
                .sorted(newestFirst)
                .skip(KEPT - 1)
                .toList();
        for (var backup : others) {
            Files.deleteIfExists(directory.resolve(backup.name()));
        }
    }

    BackupList list() {
        return new BackupList(all());
    }

    private List<Backup> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .map(Backups::backup)
                    .sorted(LATEST_FIRST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Backup backup(Path file) {
        try {
            return new Backup(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file of a backup.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    Path file(String name) {
        var file = NAME.matcher(name).matches() ? directory.resolve(name) : null;
        if (file == null || !Files.isRegularFile(file)) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no backup of that name", name);
        }
        return file;
    }

    /// Lays a backup ready to take the place of the present data at the next start; that is kept beside it.
    ///
    /// @throws MediaNestException `NOT_FOUND`; `INVALID_STATE` for one that is damaged, or of a newer MediaNest
    Restore restore(String name) {
        var file = file(name);
        if (database.isShared()) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "The data are in a database of their own: unpack the backup and bring it there with medianest-server migrate",
                    name);
        }
        one.lock();
        try (var unpacked = BackupFile.unpack(file, directory.resolve("trial"))) {
            unpacked.requireReadable(database.schemaVersion());
            StagedRestore.in(data).lay(unpacked.directory());
            LOG.warn("backup {} takes the place of the present data at the next start", name);
            return new Restore(name, true);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            LOG.warn("backup {} cannot be restored", name, e);
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "This backup cannot be restored: it is damaged, or was made by a newer MediaNest",
                    name);
        } finally {
            one.unlock();
        }
    }

    private static MediaNestException failed(String message, Exception cause) {
        return new MediaNestException(ErrorCode.INTERNAL_ERROR, message, null, null, cause);
    }
}
