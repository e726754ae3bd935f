package io.medianest.server.dashboard;

import java.time.Duration;

/// The lengths of history that can be asked for, each in about a hundred spans.
public enum Window {
    HOUR("1h", Duration.ofHours(1), Duration.ofSeconds(30)),
    DAY("24h", Duration.ofDays(1), Duration.ofMinutes(15)),
    WEEK("7d", Duration.ofDays(7), Duration.ofMinutes(105)),
    MONTH("30d", Duration.ofDays(30), Duration.ofMinutes(450));

    private final String wireName;
    private final Duration length;
    private final Duration span;

    Window(String wireName, Duration length, Duration span) {
        this.wireName = wireName;
        this.length = length;
        this.span = span;
    }

    String wireName() {
        return wireName;
    }

    Duration length() {
        return length;
    }

    Duration span() {
        return span;
    }
}
