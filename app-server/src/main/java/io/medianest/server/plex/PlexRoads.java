package io.medianest.server.plex;

import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.resilience.Deadline;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import io.medianest.server.plex.RoadMemory.Named;
import io.medianest.server.plex.RoadMemory.Taken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ways to the household's Plex server: the address that is set, those that its keeper names beside it, and those
/// that plex.tv knows: in the house, from outside, through Plex's relay. When one leads nowhere the others are tried in
/// this order; the one that does is kept to for a while, then the first is tried again. A token goes to no address
/// before that has shown to be the same server. Thread-safe.
public final class PlexRoads {
    private static final Logger LOG = LoggerFactory.getLogger(PlexRoads.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(3);
    /// With whoever looks for a way at the moment.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// A server that is off is off everywhere: nobody has to wait for that to be found out again at once.
    private static final Duration REST = Duration.ofSeconds(30);
    /// How plex.tv names the addresses of a server changes seldom; that it cannot be asked just now, too.
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /// The question never arrived.
    private static final Set<ServiceProblem> NO_WAY = EnumSet.of(
            ServiceProblem.UNREACHABLE, ServiceProblem.NAME_UNKNOWN, ServiceProblem.CERTIFICATE, ServiceProblem.NO_TLS);
    /// Or perhaps only its answer did not.
    private static final Set<ServiceProblem> CUT = EnumSet.of(ServiceProblem.TIMEOUT, ServiceProblem.BROKEN_OFF);

    private final Surroundings around;
    private final HttpUpstream http;
    private final PlexDevice device;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicReference<@Nullable Taken> taken = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> inVain = new AtomicReference<>();
    private final AtomicReference<@Nullable Named> named = new AtomicReference<>();
    private volatile boolean remembered;

    /// Where other ways are learned of.
    ///
    /// @param others the further addresses that are set, in their order
    /// @param machine which server it is; empty before it was asked for the first time
    /// @param published the addresses of that server that plex.tv knows, the best first; empty when it cannot say
    /// @param memory what was found out before the last restart
    public record Surroundings(
            Supplier<List<URI>> others,
            Supplier<Optional<String>> machine,
            PublishedAddresses published,
            RoadMemory memory) {
        /// No way but the first.
        public static final Surroundings NONE =
                new Surroundings(List::of, Optional::empty, _ -> List.of(), RoadMemory.NONE);
    }

    /// What plex.tv knows of a server.
    @FunctionalInterface
    public interface PublishedAddresses {
        List<URI> of(String machine);
    }

    public PlexRoads(Surroundings around, HttpUpstream http, PlexDevice device, Clock clock) {
        this.around = around;
        this.http = http;
        this.device = device;
        this.clock = clock;
    }

    /// Only the address that is set.
    static PlexRoads straight(HttpUpstream http, PlexDevice device) {
        return new PlexRoads(Surroundings.NONE, http, device, Clock.systemUTC());
    }

    /// Sends a call to the server, by whichever way leads there.
    ///
    /// @param home the address that is set, with which the call's address begins
    UpstreamReply send(UpstreamCall call, URI home) {
        remember();
        var road = road(home);
        try {
            return http.send(call.moved(home, road));
        } catch (UpstreamFailure failure) {
            if (!mayBeSentAgain(call, failure)) {
                throw failure;
            }
            taken.updateAndGet(now -> now != null && now.road().equals(road) ? null : now);
            var other = another(home, road).orElseThrow(() -> failure);
            return http.send(call.moved(home, other));
        }
    }

    /// Once, and not before somebody asks: the database is not there yet when this is made.
    private void remember() {
        if (!remembered) {
            remembered = true;
            around.memory
                    .taken()
                    .filter(before -> isRecent(before.since(), KEPT))
                    .ifPresent(before -> taken.compareAndSet(null, before));
            around.memory.named().ifPresent(before -> named.compareAndSet(null, before));
        }
    }

    private URI road(URI home) {
        return standIn(home).orElse(home);
    }

    /// One that is too old is forgotten for good: nobody knows any more who answers there, even if the clock is set
    /// back later.
    private Optional<URI> standIn(URI home) {
        var now = taken.get();
        if (now == null || !now.home().equals(home)) {
            return Optional.empty();
        }
        if (!isRecent(now.since(), KEPT)) {
            taken.compareAndSet(now, null);
            return Optional.empty();
        }
        return Optional.of(now.road());
    }

    /// In both directions, lest a clock that is set back makes it last.
    private boolean isRecent(Instant since, Duration longest) {
        return Duration.between(since, clock.instant()).abs().compareTo(longest) < 0;
    }

    private static boolean mayBeSentAgain(UpstreamCall call, UpstreamFailure failure) {
        return NO_WAY.contains(failure.problem()) || (CUT.contains(failure.problem()) && call.isReading());
    }

    /// Looked for by one at a time: of many who have lost the way, the first finds another for all.
    private Optional<URI> another(URI home, URI lost) {
        if (!isOurTurn()) {
            return Optional.empty();
        }
        try {
            var meanwhile = standIn(home).filter(road -> !road.equals(lost));
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            var before = inVain.get();
            if (before != null && isRecent(before, REST)) {
                return Optional.empty();
            }
            var found = look(home, lost);
            inVain.set(found.isPresent() ? null : clock.instant());
            return found;
        } finally {
            looking.unlock();
        }
    }

    private boolean isOurTurn() {
        try {
            return looking.tryLock(Deadline.left(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<URI> look(URI home, URI lost) {
        var machine = around.machine.get();
        return Stream.concat(
                        Stream.concat(Stream.of(home), around.others.get().stream()),
                        // Asked only when none of the others leads there.
                        Stream.of(machine).flatMap(Optional::stream).flatMap(known -> published(known).stream()))
                .distinct()
                .filter(road -> !road.equals(lost))
                .filter(road -> leads(road, machine))
                .findFirst()
                .map(road -> keptTo(home, road));
    }

    private URI keptTo(URI home, URI road) {
        if (!road.equals(home)) {
            LOG.info("Plex is asked at {} for a while: its own address leads nowhere", road.getAuthority());
            var way = new Taken(home, road, clock.instant());
            taken.set(way);
            around.memory.keep(way);
        }
        return road;
    }

    /// Whether the same server answers there, which is asked without showing the token.
    private boolean leads(URI road, Optional<String> machine) {
        try {
            var identity = Deadline.within(
                    LOOK,
                    Clock.systemUTC(),
                    () -> http.send(UpstreamCall.get(road, "/identity").headers(device.headers())));
            var there = identity.okJson().at("MediaContainer").text("machineIdentifier");
            return there != null && machine.map(there::equals).orElse(true);
        } catch (UpstreamFailure failure) {
            LOG.debug("no way to Plex: {} {}", road.getAuthority(), failure.getMessage());
            return false;
        }
    }

    private List<URI> published(String machine) {
        var last = named.get();
        var known = last != null && last.machine().equals(machine) ? last : null;
        if (known != null && isRecent(known.at(), REMEMBERED)) {
            return known.addresses();
        }
        var addresses = around.published.of(machine);
        if (addresses.isEmpty() && known != null) {
            // plex.tv cannot be asked: what it said before is better than nothing.
            return known.addresses();
        }
        var now = new Named(machine, addresses, clock.instant());
        named.set(now);
        around.memory.keep(now);
        return addresses;
    }
}
