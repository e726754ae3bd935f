package io.medianest.server.admin;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Where the figures of other features come from, each by status.
///
/// @param waiting for how long the download that waits longest could have run
public record StatsSources(
        Supplier<Map<String, Long>> users,
        Supplier<Map<String, Long>> requests,
        Supplier<Map<String, Long>> downloads,
        Supplier<Duration> waiting) {}
