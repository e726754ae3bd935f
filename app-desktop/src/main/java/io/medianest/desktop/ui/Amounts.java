package io.medianest.desktop.ui;

import java.text.NumberFormat;
import java.time.Duration;

/// Numbers with their units, as people say them.
public final class Amounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1000;
    private static final double LARGE = 100;

    private final Texts texts;

    public Amounts(Texts texts) {
        this.texts = texts;
    }

    /// “1.1 GB”, “412 GB”.
    public String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        boolean whole = unit == 0 || amount >= LARGE;
        return String.format(texts.locale(), whole ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    /// “14,230”.
    public String count(long number) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(number);
    }

    /// “40 s”, “7 min”, “2 h 5 min”, “3 days”.
    public String time(Duration time) {
        if (time.toMinutes() < 1) {
            return texts.get("ui.span.seconds", time.toSeconds());
        }
        if (time.toHours() < 1) {
            return texts.get("ui.span.minutes", time.toMinutes());
        }
        return time.toDays() < 1
                ? texts.get("ui.span.hours", time.toHours(), time.toMinutesPart())
                : texts.get("ui.span.days", time.toDays());
    }
}
