package io.medianest.model.admin;

/// How well a cache does since the start.
///
/// @param name of the region, for example `catalogue.search`
/// @param misses times that the thing itself had to be asked for
/// @param stale misses that an older copy stood in for, since the service was down
public record CacheStats(String name, long hits, long misses, long stale, long entries) {}
