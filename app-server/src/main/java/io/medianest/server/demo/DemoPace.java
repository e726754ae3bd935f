package io.medianest.server.demo;

import java.time.Duration;

/// How fast the demo's world turns.
///
/// @param step the time a request stays in each of its stages; a download takes two steps
/// @param slowness how long an answer takes when a stand-in is set to slow
public record DemoPace(Duration step, Duration slowness) {
    public DemoPace {
        if (step.isNegative() || slowness.isNegative()) {
            throw new IllegalArgumentException("A pace cannot be negative: " + step + ", " + slowness);
        }
    }

    /// For people: slow enough to watch, and through within half a minute.
    public static DemoPace usual() {
        return new DemoPace(Duration.ofSeconds(6), Duration.ofMillis(3500));
    }
}
