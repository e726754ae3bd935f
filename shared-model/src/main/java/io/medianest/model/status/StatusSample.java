package io.medianest.model.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One check, or the mean of those in a span of time.
///
/// @param responseTime milliseconds; absent when none was answered
/// @param uptime share of successful checks in the span, 0 to 1
public record StatusSample(Instant at, @Nullable Long responseTime, double uptime) {}
