package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.cache.KeptFile;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.ytdlp.VideoPictures;
import org.jspecify.annotations.Nullable;

/// The pictures of what is downloaded, handed out by this server: devices need no way to the videos' hosts, which do
/// not learn who in the household looks at what. Thread-safe.
public final class DownloadPictures {
    private final Source source;
    private final DownloadStore store;

    DownloadPictures(Source source, Database database) {
        this.source = source;
        this.store = database.store(DownloadStore.class);
    }

    /// Where pictures come from, and where they are kept.
    public record Source(VideoPictures hosts, FileCache files) {}

    /// @param id of the download
    /// @param toll to be passed before it is fetched from the video's host
    /// @throws MediaNestException `NOT_FOUND`, or what the fetching tells
    KeptFile open(String id, Runnable toll) {
        var elsewhere = store.picture(id)
                .orElseThrow(() -> new MediaNestException(ErrorCode.NOT_FOUND, "There is no such picture"));
        return source.files.open(FileCache.name("video", elsewhere), toll, () -> source.hosts.fetch(elsewhere));
    }

    /// The address on this server.
    ///
    /// @param elsewhere where the host of the video has it
    static @Nullable String address(String id, @Nullable String elsewhere) {
        return elsewhere == null ? null : ApiRouting.BASE + "/youtube/downloads/" + id + "/picture";
    }
}
