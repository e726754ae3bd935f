package io.medianest.server.plex;

import java.util.Map;

/// How this installation introduces itself to Plex.
///
/// @param clientIdentifier stays the same for the life of the installation: a sign-in belongs to it
/// @param version of this program
/// @param deviceName as it shows among the person's devices at plex.tv
public record PlexDevice(String clientIdentifier, String version, String platform, String deviceName) {
    public static final String PRODUCT = "MediaNest";

    Map<String, String> headers() {
        return Map.of(
                "Accept", "application/json",
                "X-Plex-Client-Identifier", clientIdentifier,
                "X-Plex-Product", PRODUCT,
                "X-Plex-Version", version,
                "X-Plex-Platform", platform,
                "X-Plex-Device", platform,
                "X-Plex-Device-Name", deviceName);
    }
}
