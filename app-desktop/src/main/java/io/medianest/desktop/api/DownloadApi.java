package io.medianest.desktop.api;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.NewDownload;
import org.jspecify.annotations.Nullable;

/// The part of the server's API that is about downloads, one method an endpoint. As with all of [MediaNestApi], the
/// methods block, are thread-safe and throw [ApiException].
public interface DownloadApi {
    /// What is behind an address. May take half a minute.
    MediaPreview preview(String url);

    /// Puts a wish into the queue.
    Download add(NewDownload wish);

    DownloadPage list(DownloadFilter filter);

    Download show(String id);

    /// Stops it and keeps what has arrived.
    Download pause(String id);

    Download resume(String id);

    /// Brings what failed or was cancelled back into the queue.
    Download retry(String id);

    Download move(String id, DownloadMove move);

    Download approve(String id);

    /// Says no.
    ///
    /// @param comment for the person who asked
    Download deny(String id, @Nullable String comment);

    /// Cancels what has not ended; takes what has off the list.
    ///
    /// @return as it was last
    Download cancelOrRemove(String id, FileFate fate);

    /// What becomes of the file when its download is taken off the list.
    enum FileFate {
        KEEP,
        DELETE
    }
}
