package io.medianest.server.lan;

import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Tries the ports at which services usually listen, on a few machines that are known already. What answers is told
/// apart by what each service says to everybody. Thread-safe.
final class KnownPorts {
    /// Where each service listens if nobody has chosen something else.
    static final List<Door> USUAL = List.of(
            new Door(FoundKind.PLEX, 32400, "/identity"),
            new Door(FoundKind.OVERSEERR, 5055, "/api/v1/status"),
            new Door(FoundKind.UPTIME_KUMA, 3001, "/api/entry-page"));

    /// At the same time: this is a question, not a scan.
    private static final int AT_ONCE = 6;

    private static final Set<String> ENTRIES = Set.of("entryPage", "statusPageMatchedDomain");

    private final HttpUpstream http;
    private final List<Door> doors;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /// Where a service usually is, and what it answers without a key.
    record Door(FoundKind kind, int port, String path) {}

    /// A machine that is known.
    ///
    /// @param name for people
    /// @param host as it stands in an address
    record Machine(String name, String host) {}

    /// @param http with little patience
    KnownPorts(HttpUpstream http, List<Door> doors) {
        this.http = http;
        this.doors = doors;
    }

    List<Callable<List<FoundService>>> searches(List<Machine> machines) {
        return machines.stream()
                .flatMap(machine -> doors.stream()
                        .<Callable<List<FoundService>>>map(
                                door -> () -> knock(machine, door).stream().toList()))
                .toList();
    }

    private Optional<FoundService> knock(Machine machine, Door door) throws InterruptedException {
        turns.acquire();
        try {
            var address = "http://%s:%d".formatted(machine.host(), door.port());
            var reply = http.send(UpstreamCall.get(URI.create(address), door.path()))
                    .okJson();
            return isMeant(door.kind(), reply)
                    ? Optional.of(new FoundService(door.kind(), machine.name(), address, version(door.kind(), reply)))
                    : Optional.empty();
        } catch (UpstreamFailure e) {
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private static boolean isMeant(FoundKind kind, Fields reply) {
        return switch (kind) {
            case PLEX -> reply.at("MediaContainer").has("machineIdentifier");
            case OVERSEERR -> reply.has("version") && reply.has("commitTag");
            case UPTIME_KUMA -> ENTRIES.contains(reply.text("type", ""));
            case MEDIANEST, UNKNOWN -> false;
        };
    }

    private static @Nullable String version(FoundKind kind, Fields reply) {
        return kind == FoundKind.PLEX ? reply.at("MediaContainer").text("version") : reply.text("version");
    }
}
