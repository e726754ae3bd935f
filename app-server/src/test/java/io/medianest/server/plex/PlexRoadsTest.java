package io.medianest.server.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Fault;
import io.medianest.server.testing.FaultGate;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlexRoadsTest {
    private static final PlexDevice DEVICE = new PlexDevice("uuid-1", "0.1.0", "Linux", "Living room");

    private final MovableClock clock = new MovableClock();
    private final LoopbackService home = plex("m-1");
    private final LoopbackService remote = plex("m-1");
    private final LoopbackService stranger = plex("m-2");
    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);
    private final List<URI> named = new ArrayList<>();
    private final List<URI> published = new ArrayList<>();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final PlexRoads roads = roads();
    private final PlexClient client = client(roads);

    private PlexRoads roads() {
        var memory = new RoadMemory(name -> Optional.ofNullable(kept.get(name)), kept::put);
        var around = new PlexRoads.Surroundings(() -> named, () -> Optional.of("m-1"), _ -> published, memory);
        return new PlexRoads(around, http, DEVICE, clock);
    }

    private PlexClient client(PlexRoads by) {
        return new PlexClient(
                Guards.impatient(PlexClient.POLICY), by, () -> Guards.settings(home.url(), "tok"), DEVICE);
    }

    private static LoopbackService plex(String machine) {
        return LoopbackService.start().on("/identity", identity(machine)).on("/", identity(machine));
    }

    private static Answer identity(String machine) {
        return Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"%s\",\"version\":\"1.41\"}}".formatted(machine));
    }

    @AfterEach
    void close() {
        http.close();
        home.close();
        remote.close();
        stranger.close();
    }

    @Test
    @DisplayName(
            "a server that has left its address is asked at the next that is named, and there at once from then on")
    void named() {
        named.add(remote.url());
        home.close();

        assertThat(client.check()).isEqualTo("1.41");
        assertThat(client.check()).isEqualTo("1.41");

        assertThat(remote.asked("/identity")).hasSize(1);
        assertThat(remote.asked("/")).hasSize(2);
    }

    @Test
    @DisplayName("its first address is tried again after a while, and when another leads nowhere any more")
    void homeAgain() throws Exception {
        named.add(remote.url());
        try (var gate = FaultGate.to(home.url())) {
            var first = gate.through(home.url());
            var calls = new PlexClient(
                    Guards.impatient(PlexClient.POLICY), roads, () -> Guards.settings(first, "tok"), DEVICE);
            gate.suffer(Fault.REFUSED);
            calls.check();
            gate.heal();

            calls.check();
            assertThat(home.asked("/")).as("kept to the other").isEmpty();
            clock.advance(Duration.ofMinutes(11));
            calls.check();
            assertThat(home.asked("/")).as("after a while").hasSize(1);

            gate.suffer(Fault.REFUSED);
            calls.check();
            gate.heal();
            remote.close();
            calls.check();
            assertThat(home.asked("/")).as("the other is gone").hasSize(2);
        }
    }

    @Test
    @DisplayName("what plex.tv knows comes last, in its order; whatever answers there as another server gets no token")
    void published() {
        named.add(stranger.url());
        published.add(home.url());
        published.add(remote.url());
        home.close();

        assertThat(client.check()).isEqualTo("1.41");

        assertThat(stranger.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/identity");
            assertThat(asked.header("X-Plex-Token")).isNull();
        });
        assertThat(remote.asked("/").getFirst().header("X-Plex-Token")).isEqualTo("tok");
    }

    @Test
    @DisplayName("without another way it is told what is wrong with the first")
    void nowhere() {
        named.add(stranger.url());
        home.close();

        assertThatThrownBy(client::check)
                .isInstanceOf(MediaNestException.class)
                .hasMessage("Plex cannot be reached: nothing answers at its address and port");

        assertThatThrownBy(client::check).isInstanceOf(MediaNestException.class);
        assertThat(stranger.asked()).as("looks within half a minute").hasSize(1);
        clock.advance(Duration.ofSeconds(31));
        assertThatThrownBy(client::check).isInstanceOf(MediaNestException.class);
        assertThat(stranger.asked()).as("looks after that").hasSize(2);
    }

    @Test
    @DisplayName("after a restart the way that was found is taken at once, without asking anybody")
    void restart() {
        named.add(remote.url());
        home.close();
        client.check();
        named.clear();

        assertThat(client(roads()).check()).isEqualTo("1.41");
        assertThat(remote.asked("/identity")).as("looks for a way").hasSize(1);
    }

    @Test
    @DisplayName("what plex.tv has said is good for after a restart, too, while plex.tv itself is away")
    void plexTvAway() {
        published.add(remote.url());
        home.close();
        client.check();
        published.clear();
        clock.advance(Duration.ofHours(30));

        assertThat(client.check()).isEqualTo("1.41");
        assertThat(remote.asked("/identity")).as("looks again").hasSize(2);
        kept.remove("plex.road");
        assertThat(client(roads()).check()).isEqualTo("1.41");
        assertThat(remote.asked("/identity")).as("looks after a restart").hasSize(3);
    }

    @Test
    @DisplayName("a way that was found long ago is looked for anew: what answers there now may be another server")
    void longAgo() {
        named.add(remote.url());
        home.close();
        client.check();
        var before = Map.copyOf(kept);
        remote.on("/identity", identity("m-2"));
        try (var third = plex("m-1")) {
            named.add(third.url());
            clock.advance(Duration.ofMinutes(11));
            assertThat(client.check()).isEqualTo("1.41");
            assertThat(client.check()).isEqualTo("1.41");
            assertThat(third.asked("/identity")).as("looks once").hasSize(1);

            kept.putAll(before);
            assertThat(client(roads()).check()).isEqualTo("1.41");
            assertThat(third.asked("/")).hasSize(3);
        }
        assertThat(remote.asked("/")).as("got the token while it was known").hasSize(1);
    }

    @Test
    @DisplayName("a way that has grown old and then ends is replaced by the next that leads there")
    void oldAndGone() {
        named.add(remote.url());
        home.close();
        client.check();
        try (var third = plex("m-1")) {
            named.add(third.url());
            clock.advance(Duration.ofMinutes(11));
            remote.close();

            assertThat(client.check()).isEqualTo("1.41");
            assertThat(client.check()).isEqualTo("1.41");
            assertThat(third.asked("/identity")).as("looks once").hasSize(1);
        }
    }

    @Test
    @DisplayName("a way that has grown old does not come back when the clock is set back")
    void clockSetBack() throws Exception {
        named.add(remote.url());
        try (var gate = FaultGate.to(home.url())) {
            var first = gate.through(home.url());
            var calls = new PlexClient(
                    Guards.impatient(PlexClient.POLICY), roads, () -> Guards.settings(first, "tok"), DEVICE);
            gate.suffer(Fault.REFUSED);
            calls.check();
            gate.heal();

            clock.advance(Duration.ofMinutes(11));
            calls.check();
            clock.advance(Duration.ofMinutes(-11));
            calls.check();

            assertThat(home.asked("/")).hasSize(2);
        }
    }

    @Test
    @DisplayName("what was kept and makes no sense is as if nothing had been kept")
    void nonsense() {
        kept.put("plex.road", "x");
        kept.put("plex.addresses", "m-1 yesterday not/an|address");

        assertThat(client.check()).isEqualTo("1.41");
    }

    @Test
    @DisplayName("a server that answers with an error is there: no other way is looked for")
    void error() {
        named.add(remote.url());
        home.on("/", Answer.json(500, "{}"));

        assertThatThrownBy(client::check).hasMessage("Plex answered with HTTP 500");
        assertThat(remote.asked()).isEmpty();
    }
}
