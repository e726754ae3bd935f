package io.medianest.server.ytdlp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A video to be downloaded.
///
/// @param home the directory below which the file will be
/// @param temp where unfinished files are; of this order alone, and the same when it is started again
/// @param rateLimitBytes a second; null for the limit of the settings
public record FetchOrder(
        VideoAddress address,
        Selection selection,
        Path home,
        Path temp,
        Naming naming,
        Extras extras,
        @Nullable Long rateLimitBytes) {}
