package io.medianest.server.dashboard;

import io.medianest.model.status.ServiceState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a service was found.
///
/// @param responseTime milliseconds; absent when it did not answer
/// @param words about it, or what is wrong, in a sentence
/// @param uptime24h where somebody else counts it; null to count the own checks
record Finding(
        String service,
        String displayName,
        ServiceState state,
        @Nullable Long responseTime,
        Instant at,
        String words,
        @Nullable Double uptime24h) {
    private static final long SLOW = Duration.ofSeconds(2).toMillis();

    /// What an answer after that time means.
    static ServiceState answering(@Nullable Long responseTime) {
        return responseTime != null && responseTime > SLOW ? ServiceState.DEGRADED : ServiceState.ONLINE;
    }
}
