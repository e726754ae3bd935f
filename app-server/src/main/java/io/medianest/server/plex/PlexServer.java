package io.medianest.server.plex;

import org.jspecify.annotations.Nullable;

/// A media server as it presents itself.
///
/// @param transcodingSessions under way just now
public record PlexServer(
        String name,
        String version,
        String platform,
        @Nullable String platformVersion,
        String machineIdentifier,
        int transcodingSessions) {}
