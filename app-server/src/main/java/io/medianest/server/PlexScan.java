package io.medianest.server;

import io.medianest.server.download.LibraryScan;
import io.medianest.server.plex.PlexClient;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has Plex look into the directory of a new file, where that belongs to one of its libraries.
record PlexScan(PlexClient plex) implements LibraryScan {
    private static final Logger LOG = LoggerFactory.getLogger(PlexScan.class);

    @Override
    public void scan(Path file) {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null || !plex.isConfigured()) {
            return;
        }
        var folder = plex.folders().stream()
                .filter(candidate -> directory.startsWith(Path.of(candidate.path())))
                .findFirst();
        folder.ifPresentOrElse(
                found -> plex.refresh(found.section(), directory.toString()),
                () -> LOG.debug("{} is in none of Plex's libraries", directory));
    }
}
