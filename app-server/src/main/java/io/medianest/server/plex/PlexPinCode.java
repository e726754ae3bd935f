package io.medianest.server.plex;

import java.net.URI;
import java.time.Duration;

/// A sign-in that was begun at plex.tv.
///
/// @param id to ask for its progress
/// @param authUrl where the person signs in and lets this program in
public record PlexPinCode(long id, String code, URI authUrl, Duration expiresIn) {}
