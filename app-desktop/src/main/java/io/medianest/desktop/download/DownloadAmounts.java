package io.medianest.desktop.download;

import io.medianest.desktop.ui.Texts;

/// Bytes, speeds and times as people say them.
final class DownloadAmounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1000;
    private static final double LARGE = 100;
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private final Texts texts;

    DownloadAmounts(Texts texts) {
        this.texts = texts;
    }

    /// “1.1 GB”, “412 GB”.
    String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        boolean whole = unit == 0 || amount >= LARGE;
        return String.format(texts.locale(), whole ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
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
