package io.medianest.model.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is wrong, or will be for a while.
///
/// @param service the stable name of the service concerned, where it is one
public record Incident(
        String id,
        String title,
        @Nullable String message,
        @Nullable String service,
        Instant startedAt) {}
