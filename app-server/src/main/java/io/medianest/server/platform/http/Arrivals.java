package io.medianest.server.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.medianest.server.platform.network.AddressRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells requests that come straight from those that come through a proxy. What a proxy adds (`X-Forwarded-…`) is
/// believed only where the owner named the public address that it serves, and only from proxies that the owner named:
/// anybody can write a header. Thread-safe.
public final class Arrivals {
    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");

    private final @Nullable URI publicAddress;

    private final Set<AddressRange> proxies;

    /// Where no proxy stands before the server.
    public Arrivals() {
        this(null, Set.of());
    }

    /// @param publicAddress what people call the server by when a proxy stands before it; null without one
    /// @param proxies who is believed about the clients that it speaks for
    public Arrivals(@Nullable URI publicAddress, Set<AddressRange> proxies) {
        this.publicAddress = publicAddress;
        this.proxies = Set.copyOf(proxies);
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

    private boolean isProxied(URI publicAddress, ServerRequest in, String host) {
        var called = publicAddress.getAuthority();
        return called.equalsIgnoreCase(host)
                || (isTrusted(in)
                        && called.equalsIgnoreCase(
                                in.headers().first(FORWARDED_HOST).orElse("")));
    }

    /// The last one of the list is what the proxy itself saw; those before it are hearsay.
    private Optional<String> client(ServerRequest in) {
        return isTrusted(in) ? in.headers().first(FORWARDED_FOR).flatMap(Arrivals::lastOf) : Optional.empty();
    }

    private boolean isTrusted(ServerRequest in) {
        return in.remotePeer().address() instanceof InetSocketAddress inet
                && inet.getAddress() != null
                && trusts(inet.getAddress());
    }

    /// Whether somebody is believed about the clients that it speaks for.
    public boolean trusts(InetAddress peer) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(peer));
    }

    /// The address of a client, for those who know only its headers: as a trusted proxy says, else who is connected.
    ///
    /// @param header the first value of a header, or null
    /// @param peer the address that is connected
    public String client(Function<String, @Nullable String> header, String peer) {
        var list = header.apply(FORWARDED_FOR.defaultCase());
        boolean believed = publicAddress != null
                && list != null
                && literal(peer).filter(this::trusts).isPresent();
        return believed && list != null ? lastOf(list).orElse(peer) : peer;
    }

    private static Optional<String> lastOf(String list) {
        return literal(list.substring(list.lastIndexOf(',') + 1)).map(InetAddress::getHostAddress);
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
