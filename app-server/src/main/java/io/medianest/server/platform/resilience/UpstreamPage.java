package io.medianest.server.platform.resilience;

import java.util.List;

/// One page of a listing of an outside service.
///
/// @param items what of it concerns us, which may be less than the service counts
/// @param totalPages as the service counts them
/// @param totalItems as the service counts them
public record UpstreamPage<T>(List<T> items, int totalPages, long totalItems) {}
