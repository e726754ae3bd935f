package io.medianest.model.download;

import org.jspecify.annotations.Nullable;

/// A program that downloads need, as it is installed.
///
/// @param ageDays since its release; absent where its version does not tell
public record DownloadTool(
        String version, String path, @Nullable Long ageDays) {}
