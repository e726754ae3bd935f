package io.medianest.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The directory that holds all that a server keeps, locked for one process at a time.
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Where programs of this system keep their data.
    ///
    /// @param suffix of the last part, to keep kinds of installation apart
    static Path usual(Map<String, String> environment, String system, String suffix) {
        var home = Path.of(System.getProperty("user.home", "."));
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("MediaNest" + suffix);
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/MediaNest" + suffix);
        }
        var xdg = environment.get("XDG_DATA_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg))
                .resolve("medianest" + suffix);
    }

    /// Makes the directory where needed and takes its lock.
    ///
    /// @throws ConfigException when it cannot be written to, or another process has it
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(
                    path.resolve("medianest.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return new DataDirectory(path, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new ConfigException(
                    "The data directory %s cannot be used (%s): make it writable or choose another with --data.dir"
                            .formatted(path, reason(e)),
                    e);
        }
        throw new ConfigException(
                "MediaNest is already running with the data directory %s: use that one, end it, or choose another directory with --data.dir"
                        .formatted(path));
    }

    /// The message of many file errors is nothing but the path.
    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() == null
                ? e.getClass().getSimpleName()
                : String.valueOf(e.getMessage());
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable Object held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
