package io.medianest.server.plex;

import org.jspecify.annotations.Nullable;

/// A person's account at plex.tv.
///
/// @param thumb address of a portrait
public record PlexAccount(
        String id,
        String uuid,
        String username,
        @Nullable String email,
        @Nullable String thumb) {}
