package io.medianest.server.download;

import io.medianest.model.download.MediaPreview;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.FetchListener;
import io.medianest.server.ytdlp.FetchOrder;
import io.medianest.server.ytdlp.VideoAddress;

/// What downloads need of the program that fetches videos. Calls block. Thread-safe.
public interface Fetcher {
    /// @throws io.medianest.server.platform.MediaNestException `VALIDATION_ERROR` when nothing may be loaded
    ///     from there
    VideoAddress address(String url);

    /// What is behind an address, perhaps from a copy.
    ///
    /// @throws io.medianest.server.platform.MediaNestException in words for people; of an outage when it
    ///     cannot be asked now
    Copy<MediaPreview> preview(VideoAddress address);

    /// As [#preview], and of a list all that can be loaded at once: a matter of minutes where it is long.
    MediaPreview whole(VideoAddress address);

    /// Begins to load.
    ///
    /// @throws io.medianest.server.ytdlp.FetchException when it cannot even begin
    Fetch start(FetchOrder order, FetchListener listener);

    /// Removes what earlier runs of the program have left behind when they were killed, and whose processes are
    /// gone by now.
    void tidy();
}
