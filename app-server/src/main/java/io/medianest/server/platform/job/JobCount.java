package io.medianest.server.platform.job;

import java.time.Duration;

/// How many jobs are in a state.
///
/// @param state for example `READY`
/// @param age how long ago the first of them became due; negative when that is still to come
public record JobCount(String state, long jobs, Duration age) {}
