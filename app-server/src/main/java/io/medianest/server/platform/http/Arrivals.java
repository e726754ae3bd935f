package io.medianest.server.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells requests that come straight from those that come through a proxy. What a proxy adds (`X-Forwarded-…`) is
/// believed only where the owner named the public address that it serves, and only from inside the house: anybody can
/// write a header. Thread-safe.
public final class Arrivals {
    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");

    private final @Nullable URI publicAddress;

    /// @param publicAddress what people call the server by when a proxy stands before it; null without one
    public Arrivals(@Nullable URI publicAddress) {
        this.publicAddress = publicAddress;
    }

    Arrival of(ServerRequest in) {
        var host = in.headers().first(HeaderNames.HOST).orElse("localhost");
        if (publicAddress == null || !isProxied(publicAddress, in, host)) {
            return Arrival.direct(in, host);
        }
        return new Arrival(
                publicAddress.toString(),
                "https".equals(publicAddress.getScheme()),
                client(in).orElseGet(() -> Arrival.peer(in)));
    }

    private static boolean isProxied(URI publicAddress, ServerRequest in, String host) {
        var called = publicAddress.getAuthority();
        return called.equalsIgnoreCase(host)
                || (Arrival.isFromHouse(in)
                        && called.equalsIgnoreCase(
                                in.headers().first(FORWARDED_HOST).orElse("")));
    }

    /// The last one of the list is what the proxy itself saw; those before it are hearsay.
    private static Optional<String> client(ServerRequest in) {
        if (!Arrival.isFromHouse(in)) {
            return Optional.empty();
        }
        return in.headers().first(FORWARDED_FOR).flatMap(list -> literal(list.substring(list.lastIndexOf(',') + 1)));
    }

    private static Optional<String> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
