package io.medianest.server.plex;

import io.medianest.server.platform.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server that an account owns or was given access to.
///
/// @param clientIdentifier the server's `machineIdentifier`
/// @param accessToken for this server alone
/// @param connections best first: in the house, from outside, through Plex's relay
public record PlexResource(
        String name, String clientIdentifier, @Nullable Secret accessToken, boolean owned, List<URI> connections) {}
