package io.medianest.desktop.home;

import io.medianest.desktop.ui.Texts;
import java.time.Duration;

/// How long a download still takes, in words.
final class DownloadTime {
    private DownloadTime() {}

    /// “18 min left”, “less than a minute left”.
    static String left(Texts texts, long seconds) {
        long minutes = Duration.ofSeconds(seconds).toMinutes();
        return minutes == 0
                ? texts.get("home.downloads.soon")
                : texts.get("home.downloads.left", texts.minutes((int) Math.min(minutes, Integer.MAX_VALUE)));
    }
}
