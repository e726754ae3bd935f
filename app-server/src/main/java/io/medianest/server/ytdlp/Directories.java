package io.medianest.server.ytdlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What belongs to yt-dlp in the data directory.
///
/// @param root `tools` in the data directory
record Directories(Path root) {
    /// Empty: the home that children find.
    Path home() {
        return made(root.resolve("home"));
    }

    /// Where yt-dlp keeps what it has learned.
    Path cache() {
        return root.resolve("cache");
    }

    /// Where a copy of yt-dlp can be put that the program may renew.
    Path tools() {
        return root;
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory cannot be written to", e);
        }
    }
}
