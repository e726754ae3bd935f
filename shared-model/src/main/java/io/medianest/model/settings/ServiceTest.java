package io.medianest.model.settings;

import org.jspecify.annotations.Nullable;

/// How a service answered when it was tried with given settings.
///
/// @param service its short name, for example `overseerr`
/// @param reachable whether it can be used
/// @param version what it says of itself; absent when it was not reached
/// @param latency in milliseconds; absent when it was not reached
/// @param problem why it cannot be used, or what is not well with it; absent when all is
/// @param reason the same in words that say what to do
public record ServiceTest(
        String service,
        boolean reachable,
        @Nullable String version,
        @Nullable Long latency,
        @Nullable ServiceProblem problem,
        @Nullable String reason) {}
