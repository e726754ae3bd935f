package io.medianest.model.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is wrong, or will be for a while.
///
/// @param service the stable name of the service concerned, where it is one
/// @param resolvedAt when it ended; absent while it goes on
public record Incident(
        String id,
        String title,
        @Nullable String message,
        @Nullable String service,
        Instant startedAt,
        IncidentState state,
        @Nullable Instant resolvedAt) {

    /// One that goes on, and that nobody has taken note of.
    public Incident(String id, String title, @Nullable String message, @Nullable String service, Instant startedAt) {
        this(id, title, message, service, startedAt, IncidentState.OPEN, null);
    }
}
