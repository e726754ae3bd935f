package io.medianest.server.uptimekuma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One look at something watched.
///
/// @param ping milliseconds; absent when not up
/// @param message what was seen, where it is told
public record Beat(
        MonitorState state,
        Instant time,
        @Nullable Long ping,
        @Nullable String message) {}
