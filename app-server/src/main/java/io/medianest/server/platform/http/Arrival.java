package io.medianest.server.platform.http;

import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;

/// How a request came here.
///
/// @param origin scheme, host and port as the client sees them, without a trailing slash
/// @param secure whether the client's connection is encrypted
/// @param remoteAddress of the client
record Arrival(String origin, boolean secure, String remoteAddress) {
    /// Straight to our port.
    static Arrival direct(ServerRequest in, String host) {
        return new Arrival((in.isSecure() ? "https://" : "http://") + host, in.isSecure(), peer(in));
    }

    static String peer(ServerRequest in) {
        return in.remotePeer().address() instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }
}
