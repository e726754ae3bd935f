package io.medianest.model.library;

import org.jspecify.annotations.Nullable;

/// The Plex server as it presents itself.
///
/// @param libraries how many libraries it has
/// @param users how many people of the household have signed in here with Plex
public record PlexServerInfo(
        String name,
        String version,
        String platform,
        @Nullable String platformVersion,
        String machineIdentifier,
        int libraries,
        int users) {}
