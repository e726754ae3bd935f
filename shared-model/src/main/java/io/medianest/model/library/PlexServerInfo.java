package io.medianest.model.library;

import org.jspecify.annotations.Nullable;

/// The Plex server as it presents itself.
///
/// @param libraries how many libraries it has
/// @param users how many people of the household have signed in here with Plex
/// @param transcoding how many films were being converted for somebody when the server was asked last
public record PlexServerInfo(
        String name,
        String version,
        String platform,
        @Nullable String platformVersion,
        String machineIdentifier,
        int libraries,
        int users,
        @Nullable Integer transcoding) {}
