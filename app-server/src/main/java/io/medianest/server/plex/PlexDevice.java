package io.medianest.server.plex;

import io.medianest.server.platform.resilience.Endpoint;
import io.medianest.server.platform.resilience.UpstreamCall;
import java.util.Map;

/// How this installation introduces itself to Plex.
///
/// @param clientIdentifier stays the same for the life of the installation: a sign-in belongs to it
/// @param version of this program
/// @param deviceName as it shows among the person's devices at plex.tv
public record PlexDevice(String clientIdentifier, String version, String platform, String deviceName) {
    public static final String PRODUCT = "MediaNest";

    /// A call to a server, with its token where there is one.
    UpstreamCall call(Endpoint server, String path) {
        var call = UpstreamCall.get(server.url(), path).headers(headers());
        var token = server.key();
        return token == null ? call : call.header("X-Plex-Token", token.reveal());
    }

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
