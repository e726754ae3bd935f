package io.medianest.model.status;

import org.jspecify.annotations.Nullable;

/// What a server says of itself to everybody.
///
/// @param status healthy, degraded or unhealthy
/// @param version of the server
/// @param demo true when it runs on built-in stand-ins instead of the household's services; absent otherwise
public record Health(
        String status,
        String service,
        String version,
        @Nullable Boolean demo) {}
