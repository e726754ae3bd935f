package io.medianest.server.platform.network;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The names and addresses of this machine, which change while a program runs: a cable is pulled, a router gives new
/// ones. They are looked up again when they are some seconds old; whoever comes meanwhile reads the older ones.
/// Thread-safe.
public final class OwnAddresses {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<Machine> look;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen seen;

    /// @param look may take some milliseconds
    public OwnAddresses(Supplier<Machine> look, Clock clock) {
        this.look = look;
        this.clock = clock;
    }

    public static OwnAddresses ofThisMachine(Clock clock) {
        return new OwnAddresses(Network::look, clock);
    }

    /// The machine, as it was some seconds ago at most.
    public Machine machine() {
        return current().machine;
    }

    /// Whether a name leads to this machine.
    ///
    /// @param host a name in lower case, or an address as text, IPv6 without brackets
    public boolean leadsHere(String host) {
        var current = current();
        if (current.names.contains(host) || host.endsWith(".localhost")) {
            return true;
        }
        return literal(host)
                .filter(address -> address.isLoopbackAddress() || current.addresses.contains(address))
                .isPresent();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Seen current() {
        var known = seen;
        if (known != null && !known.isOld(clock.instant())) {
            return known;
        }
        if (known != null && !looking.tryLock()) {
            return known;
        }
        if (known == null) {
            looking.lock();
        }
        try {
            var machine = look.get();
            var fresh = new Seen(machine, machine.names(), Set.copyOf(machine.addresses()), clock.instant());
            seen = fresh;
            return fresh;
        } finally {
            looking.unlock();
        }
    }

    private record Seen(Machine machine, Set<String> names, Set<InetAddress> addresses, Instant at) {
        /// A clock that was put back must not make them last for ever.
        boolean isOld(Instant now) {
            return now.isBefore(at) || Duration.between(at, now).compareTo(FRESH) > 0;
        }
    }
}
