package io.medianest.server.ytdlp;

import org.jspecify.annotations.Nullable;

/// How far a download is.
///
/// @param percent 0 to 100 over all streams that make the file; never goes back
/// @param totalBytes of all streams, exact or estimated
/// @param etaSeconds until the end
public record FetchProgress(
        double percent,
        long downloadedBytes,
        @Nullable Long totalBytes,
        @Nullable Long speedBytesPerSecond,
        @Nullable Long etaSeconds) {}
