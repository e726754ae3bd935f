package io.medianest.server.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A backup that lies ready to take the place of the data at the next start, before anything opens them.
///
/// @param ready where it lies, complete or not at all
public record StagedRestore(Path data, Path ready) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /// @param data where the server keeps its data
    public static StagedRestore in(Path data) {
        return new StagedRestore(data, data.resolve("restore"));
    }

    /// Lays the parts of a backup ready, instead of those that lay there.
    void lay(Path parts) throws IOException {
        var unfinished = data.resolve("restore.part");
        OwnerFiles.deleteDirectory(unfinished);
        OwnerFiles.createDirectory(unfinished);
        for (var part : BackupFile.PARTS) {
            Files.copy(parts.resolve(part), unfinished.resolve(part));
        }
        OwnerFiles.deleteDirectory(ready);
        Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Puts what lies ready into its place, and the present data beside it. After a crash in the middle, the next call
    /// goes on: nothing is ever overwritten.
    ///
    /// @return where the data are kept that were there before; empty when nothing lies ready
    public Optional<Path> take(Clock clock) throws IOException {
        if (!Files.isDirectory(ready)) {
            return Optional.empty();
        }
        var kept = data.resolve("before-restore-" + TIME.format(clock.instant()));
        OwnerFiles.createDirectory(kept);
        for (var part : BackupFile.PARTS) {
            var waiting = ready.resolve(part);
            var present = data.resolve(part);
            if (Files.exists(waiting) && Files.exists(present)) {
                Files.move(present, kept.resolve(part));
            }
            if (Files.exists(waiting)) {
                Files.move(waiting, present);
            }
        }
        OwnerFiles.deleteDirectory(ready);
        return Optional.of(kept);
    }
}
