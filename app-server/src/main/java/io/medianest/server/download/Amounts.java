package io.medianest.server.download;

import java.util.Locale;

/// Amounts in words for people.
final class Amounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1000;

    private Amounts() {}

    /// For example `8.2 MB`.
    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    /// For example `8.2 MB/s`.
    static String speed(long bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    /// For example `01:12`, or `2:01:12`.
    static String time(long seconds) {
        long hours = seconds / 3600;
        var rest = String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
        return hours == 0 ? rest : hours + ":" + rest;
    }

    /// With one decimal, within 0 to 100.
    static double percent(double exact) {
        return Math.round(Math.clamp(exact, 0.0, 100.0) * 10) / 10.0;
    }
}
