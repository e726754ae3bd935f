package io.medianest.model.settings;

import org.jspecify.annotations.Nullable;

/// How a service answered when it was tried with given settings.
///
/// @param service its short name, for example `overseerr`
/// @param version what it says of itself; absent when it was not reached
/// @param latency in milliseconds; absent when it was not reached
/// @param reason why it cannot be used, in words that say what to do; absent when it can
public record ServiceTest(
        String service,
        boolean reachable,
        @Nullable String version,
        @Nullable Long latency,
        @Nullable String reason) {}
