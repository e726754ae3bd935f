package io.medianest.server.lan;

import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a neighbour says of itself. Anybody on the network can say anything: only what can be a service of the house is
/// believed, so that nobody sends us, or the person who looks, to a place outside.
///
/// @param name for people
/// @param host where it is said to be
/// @param version absent where it says none
record Announced(
        String name, InetAddress host, int port, @Nullable String version) {
    private static final int LONGEST = 80;
    private static final int LAST_PORT = 65_535;

    /// Empty where it cannot be.
    Optional<FoundService> as(FoundKind kind) {
        if (port < 1 || port > LAST_PORT || !isOfTheHouse(host)) {
            return Optional.empty();
        }
        var address = "http://%s:%d".formatted(Whereabouts.literal(host), port);
        var called = plain(name);
        return Optional.of(new FoundService(
                kind,
                called.isEmpty() ? Whereabouts.literal(host) : called,
                address,
                version == null ? null : plain(version)));
    }

    /// Private networks and this machine. What a card gives itself when nobody gives it an address is none: at one of
    /// those, clouds keep the keys of their machines.
    private static boolean isOfTheHouse(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal(address.getAddress());
    }

    /// IPv6 addresses of a house, `fc00::/7` (RFC 4193).
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }

    private static String plain(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
