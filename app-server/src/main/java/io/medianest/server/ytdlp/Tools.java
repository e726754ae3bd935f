package io.medianest.server.ytdlp;

import java.util.Optional;

/// The programs that downloads need; empty where one is not installed.
public record Tools(Optional<Tool> ytDlp, Optional<Tool> ffmpeg) {
    private static final int OLD_DAYS = 120;

    /// What is missing, in words for the keeper; empty when nothing is.
    public Optional<String> problem() {
        if (ytDlp.isEmpty()) {
            return Optional.of("yt-dlp cannot be started: install it, or set youtube.yt-dlp to its path");
        }
        return ffmpeg.isEmpty()
                ? Optional.of("ffmpeg cannot be started: install it, or set youtube.ffmpeg to its path")
                : Optional.empty();
    }

    /// Versions, and the advice to renew what is too old to be relied on.
    public String summary() {
        var versions = "yt-dlp %s, ffmpeg %s".formatted(version(ytDlp), version(ffmpeg));
        return oldAge().map(days -> "%s; yt-dlp is %d days old and may fail. %s"
                        .formatted(
                                versions,
                                days,
                                UpdateWay.on(System.getProperty("os.name", "")).sentence()))
                .orElse(versions);
    }

    /// Whether yt-dlp is too old to be relied on.
    public boolean isOutdated() {
        return oldAge().isPresent();
    }

    private Optional<Long> oldAge() {
        return ytDlp.map(Tool::ageDays).filter(days -> days > OLD_DAYS);
    }

    private static String version(Optional<Tool> tool) {
        return tool.map(Tool::version).orElse("missing");
    }
}
