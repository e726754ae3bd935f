package io.medianest.server.platform.socketio.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which web pages may open a session. Browsers let any page open a WebSocket to any server, with that server's
/// cookies: who authenticates by cookie needs a policy.
@FunctionalInterface
public interface OriginPolicy {
    /// False is answered with 403.
    boolean allows(EngineHandshake handshake);

    /// Every page. For servers that do not authenticate by cookie.
    static OriginPolicy any() {
        return handshake -> true;
    }

    /// Pages of the very host and port that is asked, and programs, which name no origin. The scheme is not
    /// compared, since a proxy may have ended TLS.
    static OriginPolicy sameHost() {
        return handshake -> {
            String origin = handshake.origin();
            return origin == null || authority(origin).equals(lower(handshake.header("Host")));
        };
    }

    private static String authority(String origin) {
        try {
            return lower(new URI(origin).getRawAuthority());
        } catch (URISyntaxException e) {
            return "?";
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
