package io.medianest.desktop.download;

import io.medianest.desktop.ui.Amounts;
import io.medianest.desktop.ui.Texts;

/// Bytes, speeds and times as people say them.
final class DownloadAmounts {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private final Texts texts;
    private final Amounts amounts;

    DownloadAmounts(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    /// “1.1 GB”, “412 GB”.
    String bytes(long bytes) {
        return amounts.bytes(bytes);
    }

    /// “8.2 MB/s”.
    String speed(long bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    /// “40 s”, “7 min 44 s”, “2 h 5 min”.
    String time(long seconds) {
        if (seconds < MINUTE) {
            return texts.get("download.time.seconds", seconds);
        }
        if (seconds < HOUR) {
            return texts.get("download.time.minutes", seconds / MINUTE, seconds % MINUTE);
        }
        return texts.get("download.time.hours", seconds / HOUR, seconds % HOUR / MINUTE);
    }
}
