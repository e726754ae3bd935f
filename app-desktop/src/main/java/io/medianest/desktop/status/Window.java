package io.medianest.desktop.status;

import java.time.Duration;

/// How far the charts look back.
public enum Window {
    DAY("24h"),
    WEEK("7d"),
    MONTH("30d");

    private final String wireName;

    Window(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    Duration length() {
        return switch (this) {
            case DAY -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            case MONTH -> Duration.ofDays(30);
        };
    }
}
