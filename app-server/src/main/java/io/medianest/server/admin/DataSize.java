package io.medianest.server.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much all files of a directory take. There may be ten thousands of them: they are measured once a minute at most.
/// Thread-safe.
final class DataSize {
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final Path directory;
    private final Clock clock;
    private @Nullable Measured last;

    DataSize(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    private record Measured(long bytes, Instant at) {
        boolean holdsAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(HOLDS));
        }
    }

    synchronized long bytes() {
        var now = clock.instant();
        var known = last;
        if (known == null || !known.holdsAt(now)) {
            known = new Measured(measured(), now);
            last = known;
        }
        return known.bytes();
    }

    private long measured() {
        var measuring = new Measuring();
        try {
            Files.walkFileTree(directory, measuring);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return measuring.bytes;
    }

    /// Passes over what is gone meanwhile and what it may not look into, such as the `lost+found` of a disk.
    static final class Measuring extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException reason) {
            return FileVisitResult.CONTINUE;
        }
    }
}
