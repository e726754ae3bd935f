package io.medianest.server.platform.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one neighbour may have of all connections. A machine gives itself as many IPv6 addresses as it likes, but all
/// of one network: those of a network together leave room for others, and for the same house by IPv4. Thread-safe.
public final class Shares {
    private static final Logger LOG = LoggerFactory.getLogger(Shares.class);
    private static final int NETWORK_BYTES = 8;

    private final int perAddress;
    private final int perNetwork;
    private final Predicate<InetAddress> exempt;
    private final Map<String, Integer> taken = new HashMap<>();

    /// @param perAddress connections at most
    /// @param perNetwork connections at most of a /64 of IPv6 addresses
    /// @param exempt who may have all: this machine, and proxies, which speak for many
    public Shares(int perAddress, int perNetwork, Predicate<InetAddress> exempt) {
        this.perAddress = perAddress;
        this.perNetwork = perNetwork;
        this.exempt = exempt;
    }

    private record Pot(String name, int size) {}

    /// Takes one connection.
    ///
    /// @param peer null where nobody knows
    /// @return whether it may be had; what was taken is to be given back
    synchronized boolean take(@Nullable InetAddress peer) {
        var pots = pots(peer);
        for (var pot : pots) {
            if (taken.getOrDefault(pot.name, 0) >= pot.size) {
                LOG.debug("{} has its {} connections, and gets no more", pot.name, pot.size);
                return false;
            }
        }
        pots.forEach(pot -> taken.merge(pot.name, 1, Integer::sum));
        return true;
    }

    synchronized void giveBack(@Nullable InetAddress peer) {
        pots(peer).forEach(pot -> taken.computeIfPresent(pot.name, (_, count) -> count == 1 ? null : count - 1));
    }

    private List<Pot> pots(@Nullable InetAddress peer) {
        if (peer == null || exempt.test(peer)) {
            return List.of();
        }
        var own = new Pot(peer.getHostAddress(), perAddress);
        if (!(peer instanceof Inet6Address)) {
            return List.of(own);
        }
        var network = HexFormat.of().formatHex(Arrays.copyOf(peer.getAddress(), NETWORK_BYTES));
        return List.of(own, new Pot(network + "/64", perNetwork));
    }
}
