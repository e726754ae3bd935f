package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whole directories at once.
final class Trees {
    private Trees() {}

    /// Makes an empty directory, whatever was there.
    static Path fresh(Path directory) {
        try {
            delete(directory);
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException problem) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// All that is in a directory, in an order that is always the same.
    static List<Path> all(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files in a directory, but not in those below.
    static List<Path> files(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies with times, permissions and links.
    static void copy(Path from, Path to) {
        try {
            for (Path file : all(from)) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                    continue;
                }
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives everything the same time, and permissions that do not depend on who builds.
    static void settle(Path directory, Instant time, Platform platform) {
        try {
            for (Path file : all(directory)) {
                if (platform != Platform.WINDOWS && !Files.isSymbolicLink(file)) {
                    boolean forAll = Files.isDirectory(file) || Files.isExecutable(file);
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(forAll ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
            stamp(directory, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives everything the same time.
    static void stamp(Path directory, Instant time) {
        try {
            for (Path file : all(directory)) {
                Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setTimes(FileTime.from(time), null, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many bytes the files of a directory have.
    static long bytes(Path directory) {
        return all(directory).stream()
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .mapToLong(Trees::size)
                .sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
