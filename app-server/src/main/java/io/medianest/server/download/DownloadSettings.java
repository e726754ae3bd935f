package io.medianest.server.download;

import java.nio.file.Path;

/// What the household lets downloads use.
///
/// @param directory below which the files are
/// @param concurrency how many at the same time
/// @param minFreeBytes what stays free on its disk
public record DownloadSettings(Path directory, int concurrency, long minFreeBytes) {}
