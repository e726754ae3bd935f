package io.medianest.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import io.medianest.server.lan.KnownPorts.Door;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.network.Machine;
import io.medianest.server.platform.network.OwnAddresses;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Everything on the loopback address: nothing is asked of the network that the tests run in.
class NeighbourhoodTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int OURS = 4000;

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private final OwnAddresses own = new OwnAddresses(() -> new Machine("attic", List.of()), Clock.systemUTC());

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    private List<FoundService> look(List<Seeker> seekers, List<URI> configured) {
        int port = service.url().getPort();
        var doors = List.of(
                new Door(FoundKind.PLEX, port, "/identity"),
                new Door(FoundKind.OVERSEERR, port, "/api/v1/status"),
                new Door(FoundKind.UPTIME_KUMA, port, "/api/entry-page"));
        return new Neighbourhood(seekers, new KnownPorts(http, doors), own, () -> configured)
                .look(OURS)
                .found();
    }

    private static Seeker finding(FoundService... found) {
        Callable<List<FoundService>> search = () -> List.of(found);
        return () -> List.of(search);
    }

    @Test
    @DisplayName("services on this machine are told apart by what they say to everybody")
    void thisMachine() {
        service.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m\",\"version\":\"1.43.0\"}}"))
                .on("/api/v1/status", Answer.ok("{\"version\":\"3.1.0\",\"commitTag\":\"local\"}"))
                .on("/api/entry-page", Answer.ok("{\"type\":\"entryPage\",\"entryPage\":\"dashboard\"}"));

        var address = "http://127.0.0.1:" + service.url().getPort();
        assertThat(look(List.of(), List.of()))
                .containsExactly(
                        new FoundService(FoundKind.PLEX, "attic", address, "1.43.0"),
                        new FoundService(FoundKind.OVERSEERR, "attic", address, "3.1.0"),
                        new FoundService(FoundKind.UPTIME_KUMA, "attic", address, null));
    }

    @Test
    @DisplayName("what is something else at those ports, or does not want to answer, is not found")
    void somethingElse() {
        service.on("/identity", Answer.html(200))
                .on("/api/v1/status", Answer.ok("{\"version\":\"7\"}"))
                .on("/api/entry-page", Answer.json(500, "{}"));

        assertThat(look(List.of(), List.of())).isEmpty();
        assertThat(service.asked()).hasSize(3);
    }

    @Test
    @DisplayName("what answers in two ways is found once, and this server does not find itself")
    void once() {
        service.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m\"}}"));
        var address = "http://127.0.0.1:" + service.url().getPort();
        var plex = new FoundService(FoundKind.PLEX, "Mia’s films", address, "1.43.0");
        var other = new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://127.0.0.1:4001", "0.1.0");
        var ours = new FoundService(FoundKind.MEDIANEST, "MediaNest on attic", "http://127.0.0.1:4000", "0.1.0");

        assertThat(look(List.of(finding(plex), finding(other, ours)), List.of()))
                .containsExactly(plex, other);
    }

    @Test
    @DisplayName("a MediaNest that answers on IPv4 and IPv6 is found once, by the address that people can read")
    void twoNetworks() {
        var readable = new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://10.0.0.2:4000", "0.1.0");
        var long6 = new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://[fd00::2]:4000", "0.1.0");
        var namesake = new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://10.0.0.3:4000", "0.1.0");
        var only6 = new FoundService(FoundKind.MEDIANEST, "MediaNest on den", "http://[fd00::4]:4000", "0.1.0");

        assertThat(look(List.of(finding(long6, only6), finding(readable, namesake)), List.of()))
                .containsExactly(only6, readable, namesake);
    }

    @Test
    @DisplayName("a machine that is known by many names is asked once, and a way that is blocked spoils nothing")
    void manyNames() {
        service.on("/api/v1/status", Answer.ok("{\"version\":\"1.34.0\",\"commitTag\":\"local\"}"));
        Callable<List<FoundService>> blocked = () -> {
            throw new IOException("this way is blocked");
        };

        var found = look(
                List.of(() -> List.of(blocked)),
                List.of(
                        URI.create("http://127.0.0.2:9"),
                        URI.create("http://localhost:9"),
                        URI.create("http://attic:1")));

        assertThat(found).extracting(FoundService::kind).containsExactly(FoundKind.OVERSEERR);
        assertThat(service.asked("/api/v1/status")).hasSize(1);
    }

    @Test
    @DisplayName("who asks during a look gets what it sees, and the next look is a new one")
    void together() throws InterruptedException {
        var looks = new AtomicInteger();
        var other = new AtomicReference<Thread>();
        var hood = new AtomicReference<Neighbourhood>();
        Callable<List<FoundService>> search = () -> {
            if (looks.incrementAndGet() == 1) {
                other.set(Thread.ofVirtual().start(() -> hood.get().look(OURS)));
                Await.until("the other waits", () -> other.get().getState() == Thread.State.WAITING);
            }
            return List.of();
        };
        hood.set(new Neighbourhood(List.of(() -> List.of(search)), new KnownPorts(http, List.of()), own, List::of));

        hood.get().look(OURS);
        other.get().join();
        assertThat(looks).hasValue(1);
        hood.get().look(OURS);
        assertThat(looks).hasValue(2);
    }

    @Test
    @DisplayName("a Plex server answers the question for Plex servers, and what answers otherwise is left out")
    void plex() throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            Thread.ofVirtual().start(() -> answer(server));
            var seeker = new PlexSeeker(
                    () -> List.of(LOOPBACK),
                    new InetSocketAddress(LOOPBACK, server.getLocalPort()),
                    Duration.ofSeconds(2));

            assertThat(seeker.searches().getFirst().call())
                    .containsExactly(
                            new FoundService(FoundKind.PLEX, "Mia’s films", "http://127.0.0.1:32401", "1.43.0.10389"));
        }
    }

    private static void answer(DatagramSocket server) {
        try {
            var question = new DatagramPacket(new byte[100], 100);
            server.receive(question);
            var asked = new String(question.getData(), 0, question.getLength(), StandardCharsets.US_ASCII);
            if (!asked.startsWith("M-SEARCH * HTTP/1.1")) {
                return;
            }
            var player = List.of("HTTP/1.0 200 OK", "Content-Type: plex/media-player", "Port: 1");
            var nonsense = List.of("nonsense");
            var plex = List.of(
                    "HTTP/1.0 200 OK",
                    "Content-Type: plex/media-server",
                    "Name: Mia’s films",
                    "Port: 32401",
                    "Resource-Identifier: abc",
                    "Version: 1.43.0.10389");
            for (var lines : List.of(player, nonsense, plex)) {
                var bytes = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
                server.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean hears(Seeker seeker, FoundService other) {
        try {
            return seeker.searches().getFirst().call().contains(other);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("another MediaNest is heard as it announces itself")
    void mediaNest() throws Exception {
        var announced =
                new MulticastDns().begin(LOOPBACK, new Announcer.Service("MediaNest on nas", "nas", 4321, "0.1.0"));
        try {
            var seeker = new MediaNestSeeker(() -> List.of(LOOPBACK), Duration.ofMillis(500));
            var other = new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://127.0.0.1:4321", "0.1.0");
            Await.until("it is heard", () -> hears(seeker, other));
        } finally {
            announced.end();
        }
    }
}
