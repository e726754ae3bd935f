package io.medianest.model.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service over time, oldest sample first.
///
/// @param window 1h, 24h, 7d or 30d
/// @param uptime share of successful checks in the window, 0 to 1; absent without checks
public record StatusHistory(
        String name, String window, @Nullable Double uptime, List<StatusSample> samples) {}
