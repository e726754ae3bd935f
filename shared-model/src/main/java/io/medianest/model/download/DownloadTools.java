package io.medianest.model.download;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The programs that downloads need.
///
/// @param ytDlp absent when it is not installed
/// @param ffmpeg absent when it is not installed
/// @param problem what is missing, in words that say what to do; absent when nothing is
/// @param outdated whether yt-dlp is so old that YouTube may not work with it any more
/// @param updatable whether yt-dlp is a copy that can be renewed from here
/// @param updateWays how it is renewed, the way for this system first
public record DownloadTools(
        @Nullable DownloadTool ytDlp,
        @Nullable DownloadTool ffmpeg,
        @Nullable String problem,
        boolean outdated,
        boolean updatable,
        List<UpdateAdvice> updateWays) {}
