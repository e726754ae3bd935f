package io.medianest.server.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The beats of the Uptime Kuma stand-in, one a minute. They are computed, not kept: the same minute always has the
/// same beat, until a mood is set. Thread-safe.
final class KumaHistory {
    private static final int SECONDS = 60;
    private static final int DAY = 24 * 60;

    private final MoodSwitch moods;
    private final Clock clock;

    KumaHistory(MoodSwitch moods, Clock clock) {
        this.moods = moods;
        this.clock = clock;
    }

    /// The latest beats, the oldest first.
    List<Beat> beats(KumaMonitor monitor, int count) {
        long minute = clock.instant().getEpochSecond() / SECONDS;
        var beats = new ArrayList<Beat>(count);
        for (long at = minute - count + 1; at < minute; at++) {
            beats.add(beat(monitor, at, Instant.ofEpochSecond(at * SECONDS + monitor.id())));
        }
        beats.add(beat(monitor, minute, clock.instant()));
        return beats;
    }

    Beat latest(KumaMonitor monitor) {
        return beats(monitor, 1).getFirst();
    }

    /// The share of the last day's beats that were up, 0–1.
    double uptime24h(KumaMonitor monitor) {
        long up = beats(monitor, DAY).stream().filter(Beat::isUp).count();
        return (double) up / DAY;
    }

    private Beat beat(KumaMonitor monitor, long minute, Instant time) {
        var random = new SplittableRandom(minute * 31 + monitor.id());
        int ping = (int) DemoPast.took(monitor.ping(), time, monitor.id());
        var setting = moods.of(monitor.watches());
        if (!time.isBefore(setting.since())) {
            switch (setting.mood()) {
                case FAILING -> {
                    return new Beat(0, time, "Request failed with status code 500", null);
                }
                case RATE_LIMITED -> {
                    return new Beat(0, time, "Request failed with status code 429", null);
                }
                case GONE -> {
                    return new Beat(0, time, "socket hang up", null);
                }
                case SLOW -> {
                    return new Beat(1, time, "200 - OK", ping + 3500);
                }
                case NORMAL -> {
                    // As ever.
                }
            }
        }
        return random.nextInt(monitor.mishap()) == 0
                ? new Beat(0, time, "timeout of 16000ms exceeded", null)
                : new Beat(1, time, "200 - OK", ping);
    }

    /// @param status 0 down, 1 up
    /// @param ping in milliseconds, null when not up
    record Beat(
            int status,
            Instant time,
            String message,
            @Nullable Integer ping) {
        boolean isUp() {
            return status == 1;
        }
    }
}
