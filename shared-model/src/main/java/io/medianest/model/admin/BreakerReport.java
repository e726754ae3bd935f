package io.medianest.model.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The circuit breaker of an outside service.
///
/// @param name of the service, for example `overseerr`
/// @param failures among the last calls
/// @param successes among the last calls
/// @param turnedAway calls that were not let through since it opened
/// @param threshold so many failures in a row open it
/// @param changedAt when it opened, or began to try again; absent while it is closed
/// @param nextAttemptAt when calls are let through again; present while it is open
/// @param calls how the service is asked; absent from older servers
public record BreakerReport(
        String name,
        String displayName,
        BreakerState state,
        int failures,
        int successes,
        long turnedAway,
        int threshold,
        @Nullable Instant changedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable CallNumbers calls) {

    /// Without the numbers.
    public BreakerReport(
            String name,
            String displayName,
            BreakerState state,
            int failures,
            int successes,
            long turnedAway,
            int threshold,
            @Nullable Instant changedAt,
            @Nullable Instant nextAttemptAt) {
        this(name, displayName, state, failures, successes, turnedAway, threshold, changedAt, nextAttemptAt, null);
    }
}
