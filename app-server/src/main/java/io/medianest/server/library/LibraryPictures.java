package io.medianest.server.library;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.cache.KeptFile;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.plex.PlexImages;
import io.medianest.server.plex.PlexImages.Hearsay;
import org.jspecify.annotations.Nullable;

/// The pictures of the library, handed out by this server, so that no device needs a token of Plex. Thread-safe.
final class LibraryPictures {
    static final int LARGEST = 2000;
    static final int POSTER_WIDTH = 400;
    static final int POSTER_HEIGHT = 600;
    private static final int BACKDROP_WIDTH = 1300;
    private static final int BACKDROP_HEIGHT = 800;

    /// Sizes are rounded up to hundreds, so that no stranger can fill the cache with one picture in all sizes.
    private static final int STEP = 100;

    private final PlexImages plex;
    private final FileCache files;
    private final LibraryStore store;

    LibraryPictures(PlexImages plex, FileCache files, Database database) {
        this.plex = plex;
        this.files = files;
        this.store = database.store(LibraryStore.class);
    }

    /// @param path of the picture on the Plex server
    /// @param width 1 to [#LARGEST]
    /// @param height 1 to [#LARGEST]
    /// @param toll to be passed before it is fetched from Plex
    /// @return at least of that size
    /// @throws MediaNestException `VALIDATION_ERROR` for a path that is not that of a title's picture,
    ///     `NOT_FOUND`, or what the fetching tells
    KeptFile open(String path, int width, int height, Runnable toll) {
        if (!PlexImages.isPicture(path)) {
            throw MediaNestException.invalid("path", "'path' must be that of a title's picture in the library");
        }
        int wide = roundedUp(width);
        int high = roundedUp(height);
        // Numbers of titles belong to one server.
        var name = "%s|%s|%d|%d".formatted(store.machineIdentifier().orElse(""), path, wide, high);
        return files.open(FileCache.name("plex", name), toll, () -> plex.fetch(path, hearsay(path), wide, high));
    }

    private Hearsay hearsay(String path) {
        return store.hasPicture(PlexImages.titleOf(path), path) ? Hearsay.LIBRARY : Hearsay.ANYBODY;
    }

    private static int roundedUp(int size) {
        return Math.ceilDiv(size, STEP) * STEP;
    }

    static @Nullable String poster(@Nullable String path) {
        return address(path, POSTER_WIDTH, POSTER_HEIGHT);
    }

    static @Nullable String backdrop(@Nullable String path) {
        return address(path, BACKDROP_WIDTH, BACKDROP_HEIGHT);
    }

    /// The address on this server; none for a picture that it would not hand out.
    private static @Nullable String address(@Nullable String path, int width, int height) {
        return path == null || !PlexImages.isPicture(path)
                ? null
                : "%s/plex/image?path=%s&width=%d&height=%d"
                        .formatted(ApiRouting.BASE, UpstreamCall.encode(path), width, height);
    }
}
