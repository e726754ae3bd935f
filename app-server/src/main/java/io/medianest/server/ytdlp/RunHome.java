package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The home that one run of yt-dlp finds: empty but for the cookies, closed to other users of the machine,
/// and gone after the run.
///
/// @param cookies a copy of its own, since yt-dlp writes to the file that it is given; null without any
/// @param keeper takes what yt-dlp has made of them
record RunHome(Path directory, @Nullable Path cookies, Consumer<Path> keeper) implements AutoCloseable {
    private static final String NAME = "cookies.txt";

    /// @param below where homes are made
    static RunHome make(Path below, @Nullable CookieFile cookies, Consumer<Path> keeper) throws IOException {
        // Temporary directories are their owner's alone.
        var directory = Files.createTempDirectory(Files.createDirectories(below), "run");
        return new RunHome(directory, cookies == null ? null : written(directory, cookies), keeper);
    }

    private static Path written(Path directory, CookieFile cookies) throws IOException {
        var file = directory.resolve(NAME);
        try {
            Files.createFile(file, privateToOwner(file));
            return Files.writeString(file, cookies.text().reveal(), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            Shelf.deleteAll(directory);
            throw e;
        }
    }

    private static FileAttribute<?>[] privateToOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// The run has ended well: the cookies as it left them are as good as any.
    void succeeded() {
        if (cookies != null) {
            keeper.accept(cookies);
        }
    }

    @Override
    public void close() {
        Shelf.deleteAll(directory);
    }
}
