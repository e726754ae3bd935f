package io.medianest.server.platform.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a machine was called and where it was at one moment.
///
/// @param hostName in lower case, perhaps with a domain
/// @param addresses without loopback, the one that others most likely reach first
public record Machine(String hostName, List<InetAddress> addresses) {
    /// Domains that belong to the house. Nobody can register a name in them, so no stranger's page can come from there.
    private static final Set<String> DOMAINS_OF_HOUSES =
            Set.of("local", "lan", "home", "home.arpa", "internal", "localdomain");

    public Machine {
        hostName = hostName.toLowerCase(Locale.ROOT);
        addresses = List.copyOf(addresses);
    }

    /// The first part of the name, by which neighbours know the machine.
    public String shortName() {
        return hostName.split("\\.", 2)[0];
    }

    /// The name that multicast DNS spreads.
    public String localName() {
        return shortName() + ".local";
    }

    /// All names that lead here, in lower case.
    Set<String> names() {
        return Stream.concat(
                        Stream.of("localhost", hostName, shortName()),
                        DOMAINS_OF_HOUSES.stream().map(domain -> shortName() + "." + domain))
                .collect(Collectors.toUnmodifiableSet());
    }
}
