package io.medianest.server.download;

import java.nio.file.Path;

/// Tells the household's media server that a file has come.
@FunctionalInterface
public interface LibraryScan {
    /// @throws io.medianest.server.platform.MediaNestException when it cannot be told now; it is tried again
    ///     later
    void scan(Path file);
}
