package io.medianest.server.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room there is.
@FunctionalInterface
public interface DiskSpace {
    /// Bytes that can be written below a directory, which need not exist yet.
    long usable(Path directory) throws IOException;

    /// That of the real disks.
    static DiskSpace ofDisks() {
        return directory -> {
            Path existing = directory.toAbsolutePath();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return Files.getFileStore(existing).getUsableSpace();
        };
    }
}
