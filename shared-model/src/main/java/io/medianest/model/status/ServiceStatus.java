package io.medianest.model.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one outside service is doing.
///
/// @param name the stable name, for example `overseerr`
/// @param displayName for people, for example “Overseerr”
/// @param responseTime of the last check, milliseconds; absent when it did not answer
/// @param message one sentence: version, or what is wrong and what to do
/// @param uptime24h share of successful checks in the last 24 hours, 0 to 1
/// @param configured false when no address is set; nothing is checked then
public record ServiceStatus(
        String name,
        String displayName,
        ServiceState status,
        @Nullable Long responseTime,
        @Nullable Instant lastChecked,
        @Nullable String message,
        @Nullable Double uptime24h,
        boolean configured) {}
