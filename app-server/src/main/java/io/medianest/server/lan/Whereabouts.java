package io.medianest.server.lan;

import io.medianest.server.platform.network.Machine;
import io.medianest.server.platform.network.OwnAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where people find this server. Thread-safe.
final class Whereabouts {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final OwnAddresses own;
    private final @Nullable InetAddress bound;
    private final @Nullable URI publicUrl;

    /// @param bound the only address that the server listens on; null or the unspecified one for all of them
    /// @param publicUrl where a proxy serves it; null without one
    Whereabouts(OwnAddresses own, @Nullable InetAddress bound, @Nullable URI publicUrl) {
        this.own = own;
        this.bound = bound;
        this.publicUrl = publicUrl;
    }

    String name() {
        return "MediaNest on " + own.machine().shortName();
    }

    /// The machine's name on the network, without a domain.
    String hostName() {
        return own.machine().shortName();
    }

    /// All addresses, the likeliest first; at least one.
    List<String> urls(int port) {
        var machine = own.machine();
        var listening = listening(machine);
        var numbers =
                (listening.isEmpty() ? List.of(loopback()) : listening).stream().map(Whereabouts::literal);
        var names = listening.isEmpty() ? Stream.of("localhost") : names(machine);
        var inHouse = Stream.concat(numbers, names)
                .sorted((one, other) -> Boolean.compare(one.startsWith("["), other.startsWith("[")))
                .map(host -> "http://" + host + ":" + port);
        return Stream.concat(Optional.ofNullable(publicUrl).map(URI::toString).stream(), inHouse)
                .distinct()
                .toList();
    }

    private InetAddress loopback() {
        return bound != null && bound.isLoopbackAddress() ? bound : LOOPBACK;
    }

    /// The addresses that neighbours reach; none when it keeps to its own machine.
    List<InetAddress> listening(Machine machine) {
        return machine.addresses().stream()
                .filter(listensOn())
                .filter(address -> !(address instanceof Inet6Address && address.isLinkLocalAddress()))
                .toList();
    }

    List<InetAddress> listening() {
        return listening(own.machine());
    }

    private Predicate<InetAddress> listensOn() {
        if (bound == null) {
            return address -> true;
        }
        if (bound.isAnyLocalAddress()) {
            // Where IPv6 is listened to as a whole, IPv4 comes with it.
            return address -> bound instanceof Inet6Address || !(address instanceof Inet6Address);
        }
        return bound::equals;
    }

    private static Stream<String> names(Machine machine) {
        return machine.hostName().contains(".")
                ? Stream.of(machine.localName(), machine.hostName())
                : Stream.of(machine.localName());
    }

    /// As it stands in an address of a page.
    static String literal(InetAddress address) {
        var text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + compressed(text) + "]" : text;
    }

    /// As people write it: the first run of zeros left out.
    private static String compressed(String ipv6) {
        return ipv6.replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }
}
