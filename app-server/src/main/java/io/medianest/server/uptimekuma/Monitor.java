package io.medianest.server.uptimekuma;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that Uptime Kuma watches.
///
/// @param key its number, or its name where no number is told; stays the same
/// @param address what is watched, where that is told and an address
/// @param ping of the last beat, milliseconds; absent when not up
/// @param uptime24h 0 to 1, where it is told
/// @param beats the last ones, oldest first; none where only the present state is told
public record Monitor(
        String key,
        String name,
        @Nullable URI address,
        MonitorState state,
        @Nullable Long ping,
        @Nullable Double uptime24h,
        List<Beat> beats) {}
