package io.medianest.model.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service over time, oldest sample first.
///
/// @param window 1h, 24h, 7d or 30d
/// @param uptime share of successful checks in the window, 0 to 1; absent without checks
/// @param since when the oldest check was that is kept, of 30 days at most; absent without checks
/// @param uptimes the same share for the usual windows, however long the window is; absent when read from older servers
public record StatusHistory(
        String name,
        String window,
        @Nullable Double uptime,
        List<StatusSample> samples,
        @Nullable Instant since,
        @Nullable Uptimes uptimes) {}
