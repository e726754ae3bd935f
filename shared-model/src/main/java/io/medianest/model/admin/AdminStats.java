package io.medianest.model.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How a server is doing.
///
/// @param versions by what has it: `medianest`, `java`, `database`, `schema`
/// @param uptime seconds since the start
/// @param users how many, by status
/// @param requests how many, by status
/// @param jobs how many, by state
/// @param deadLetters how much work has failed for good, by its sort: `jobs`, `downloads`
public record AdminStats(
        Map<String, String> versions,
        Instant startedAt,
        long uptime,
        Map<String, Long> users,
        Map<String, Long> requests,
        Map<String, Long> downloads,
        Map<String, Long> jobs,
        Map<String, Long> deadLetters,
        StorageStats storage,
        List<CacheStats> caches) {}
