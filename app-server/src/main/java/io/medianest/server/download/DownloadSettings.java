package io.medianest.server.download;

import io.medianest.server.ytdlp.Extras;
import io.medianest.server.ytdlp.Naming;
import java.nio.file.Path;

/// What the household lets downloads use.
///
/// @param directory below which the files are
/// @param concurrency how many at the same time
/// @param minFreeBytes what stays free on its disk
/// @param layout how the files are arranged
/// @param extras what comes along with each video
/// @param collections whether the media server makes a collection of each playlist
public record DownloadSettings(
        Path directory, int concurrency, long minFreeBytes, Naming layout, Extras extras, boolean collections) {}
