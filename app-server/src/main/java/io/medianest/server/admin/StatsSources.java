package io.medianest.server.admin;

import java.util.Map;
import java.util.function.Supplier;

/// Where the figures of other features come from, each by status.
public record StatsSources(
        Supplier<Map<String, Long>> users,
        Supplier<Map<String, Long>> requests,
        Supplier<Map<String, Long>> downloads) {}
