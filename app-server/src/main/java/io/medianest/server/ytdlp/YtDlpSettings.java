package io.medianest.server.ytdlp;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the keeper says about downloads.
///
/// @param ytDlp name on the PATH, or path
/// @param ffmpeg the same
/// @param rateLimitBytes a second for each download; null for none
/// @param extraHosts hosts, with their port where it is not the usual one, that may be downloaded from beside
///     YouTube
/// @param cookies of somebody who is signed in, for videos that are not for everybody; null without any
public record YtDlpSettings(
        String ytDlp,
        String ffmpeg,
        @Nullable Long rateLimitBytes,
        Set<String> extraHosts,
        @Nullable CookieFile cookies) {
    public YtDlpSettings {
        extraHosts = Set.copyOf(extraHosts);
    }
}
