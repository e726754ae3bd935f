package io.medianest.model.download;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wish, as a client sends it. Everything may be missing: the server says what is.
///
/// @param quality 720p when absent
/// @param format mp4 when absent
/// @param items positions in the playlist, counted from 1; all when absent
/// @param again true to load once more what is there already
public record NewDownload(
        @Nullable String url,
        @Nullable DownloadQuality quality,
        @Nullable DownloadFormat format,
        @Nullable List<Integer> items,
        @Nullable Boolean again) {}
