package io.medianest.server.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One check of a service.
///
/// @param responseTime milliseconds; absent when it did not answer
public record PastCheck(
        String service, Instant at, @Nullable Long responseTime) {
    public boolean up() {
        return responseTime != null;
    }
}
