package io.medianest.model.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The program's own health.
///
/// @param status `healthy`, `degraded` or `unhealthy`
/// @param uptime seconds since the start
/// @param problems why it is not healthy, a sentence each; absent when it is
/// @param demo true when stand-ins take the place of the outside services; absent otherwise
public record Health(
        String status,
        String service,
        String version,
        Instant timestamp,
        long uptime,
        @Nullable List<String> problems,
        @Nullable Boolean demo) {}
