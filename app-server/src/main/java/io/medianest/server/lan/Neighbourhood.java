package io.medianest.server.lan;

import io.medianest.model.settings.Discovery;
import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import io.medianest.server.lan.KnownPorts.Machine;
import io.medianest.server.platform.network.OwnAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the services of the house: asks those that have a way of being found, then tries the usual ports on this
/// machine and on machines that are known already. The network at large is never looked through. Thread-safe; one look
/// at a time.
final class Neighbourhood {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbourhood.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LOOPBACK = "127.0.0.1";

    /// A house has few servers; more come from something that wants to lead us astray.
    private static final int MOST_MACHINES = 8;

    private static final int MOST_FOUND = 32;

    private final List<Seeker> seekers;
    private final KnownPorts ports;
    private final OwnAddresses own;
    private final Supplier<List<URI>> configured;
    private final ReentrantLock one = new ReentrantLock();
    private @Nullable Look last;

    /// @param end as the system counts nanoseconds
    private record Look(Discovery seen, long end) {}

    /// @param configured addresses of services that are set already
    Neighbourhood(List<Seeker> seekers, KnownPorts ports, OwnAddresses own, Supplier<List<URI>> configured) {
        this.seekers = List.copyOf(seekers);
        this.ports = ports;
        this.own = own;
        this.configured = configured;
    }

    /// Looks around; takes some seconds. Whoever asks during a look gets what that sees: a crowd costs no more than
    /// one.
    ///
    /// @param port where this server answers, which is not to be found
    Discovery look(int port) {
        long asked = System.nanoTime();
        one.lock();
        try {
            if (last == null || last.end - asked < 0) {
                var seen = seen(port);
                last = new Look(seen, System.nanoTime());
            }
            return last.seen;
        } finally {
            one.unlock();
        }
    }

    private Discovery seen(int port) {
        var answering = together(
                seekers.stream().flatMap(seeker -> seeker.searches().stream()).toList());
        var standing = together(ports.searches(machines(answering)));
        return new Discovery(once(answering, standing).stream()
                .filter(found -> !isThisServer(found, port))
                .limit(MOST_FOUND)
                .sorted(Comparator.comparing(FoundService::kind).thenComparing(FoundService::name))
                .toList());
    }

    private List<Machine> machines(List<FoundService> answering) {
        var here = own.machine().shortName();
        Map<String, Machine> machines = new LinkedHashMap<>();
        machines.put(LOOPBACK, new Machine(here, LOOPBACK));
        Stream.concat(configured.get().stream(), answering.stream().map(found -> URI.create(found.address())))
                .map(URI::getHost)
                .filter(host -> host != null && !own.leadsHere(bare(host)))
                .forEach(host -> machines.putIfAbsent(host, new Machine(bare(host), host)));
        return machines.values().stream().limit(MOST_MACHINES).toList();
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    }

    /// The same service may answer in two ways; the first knows its name better. A MediaNest also answers on two
    /// networks, of which people can read the address in IPv4.
    private List<FoundService> once(List<FoundService> answering, List<FoundService> standing) {
        Map<String, FoundService> found = new LinkedHashMap<>();
        Set<String> called = new HashSet<>();
        Stream.concat(answering.stream().sorted(Comparator.comparing(Neighbourhood::isIpv6)), standing.stream())
                .filter(service ->
                        service.kind() != FoundKind.MEDIANEST || called.add(name(service)) || !isIpv6(service))
                .forEach(service -> found.putIfAbsent(place(service), service));
        return List.copyOf(found.values());
    }

    private static String name(FoundService service) {
        return service.name() + ":" + URI.create(service.address()).getPort();
    }

    private static boolean isIpv6(FoundService service) {
        return service.address().contains("[");
    }

    private String place(FoundService service) {
        var address = URI.create(service.address());
        var host = bare(address.getHost());
        return "%s %s:%d".formatted(service.kind(), own.leadsHere(host) ? "here" : host, address.getPort());
    }

    private boolean isThisServer(FoundService found, int port) {
        var address = URI.create(found.address());
        return found.kind() == FoundKind.MEDIANEST
                && address.getPort() == port
                && own.leadsHere(bare(address.getHost()));
    }

    private static List<FoundService> together(List<Callable<List<FoundService>>> searches) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(searches, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .flatMap(search -> result(search).stream())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<FoundService> result(Future<List<FoundService>> search) {
        try {
            return search.get();
        } catch (ExecutionException | CancellationException e) {
            LOG.debug("a part of the house could not be looked through", e);
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
