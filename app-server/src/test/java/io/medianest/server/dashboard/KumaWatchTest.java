package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusSample;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.uptimekuma.Beat;
import io.medianest.server.uptimekuma.KumaEvent;
import io.medianest.server.uptimekuma.MonitorState;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KumaWatchTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final MovableClock clock = new MovableClock();
    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(3), Duration.ofSeconds(10));
    private final List<ServiceStatus> published = new ArrayList<>();
    private final List<String> beats = new ArrayList<>();

    private @Nullable String slug = "house";
    private Optional<String> plexMissing = Optional.empty();
    private String notices = "\"incidents\":[],\"maintenanceList\":[]";

    private final List<Probe> probes = List.of(
            probe("plex", "Plex", "http://192.168.1.5:32400"),
            probe("overseerr", "Overseerr", "https://nest.example/requests"),
            probe("tmdb", "TMDB", "https://nest.example/tmdb"),
            new Probe("youtube", "Video downloads", Duration.ofMinutes(1), Optional::empty, Optional::empty, () -> ""));
    private final ServiceBoard board = new ServiceBoard(probes, database, new Listening(), List::of, clock);
    private final KumaWatch watch = new KumaWatch(
            new UptimeKumaClient(
                    Guards.impatient(UptimeKumaClient.POLICY),
                    http,
                    () -> Guards.settings(service.url(), null),
                    () -> slug),
            probes,
            board,
            clock);

    private Probe probe(String name, String displayName, String address) {
        return new Probe(
                name,
                displayName,
                Duration.ofMinutes(1),
                () -> Optional.of(URI.create(address)),
                () -> name.equals("plex") ? plexMissing : Optional.empty(),
                () -> "asked ourselves");
    }

    @BeforeEach
    void answer() {
        service.on("/api/status-page/house", asked -> Answer.ok("""
                {"config":{},%s,"publicGroupList":[{"name":"Media","monitorList":[
                  {"id":1,"name":"Films server","url":"http://192.168.1.5:32400/web"},
                  {"id":2,"name":"overseerr","url":"https://nest.example/"},
                  {"id":3,"name":"YouTube","url":"https://www.youtube.com"}]}]}""".formatted(notices)));
        service.on(
                "/api/status-page/heartbeat/house",
                asked -> Answer.ok(
                        "{\"heartbeatList\":{%s},\"uptimeList\":{\"2_24\":0.75}}".formatted(String.join(",", beats))));
    }

    @AfterEach
    void close() {
        http.close();
        service.close();
        database.close();
    }

    private void beat(int monitor, String... statusAndPing) {
        var list = new ArrayList<String>();
        for (int i = 0; i < statusAndPing.length; i++) {
            var parts = statusAndPing[i].split(" ", 2);
            var time = clock.instant().minusSeconds(60L * (statusAndPing.length - 1 - i));
            list.add("{\"status\":%s,\"time\":\"%s\",\"msg\":\"\",\"ping\":%s}"
                    .formatted(parts[0], TIME.format(time), parts.length > 1 ? parts[1] : "null"));
        }
        beats.removeIf(known -> known.startsWith("\"" + monitor + "\""));
        beats.add("\"%d\":[%s]".formatted(monitor, String.join(",", list)));
    }

    private ServiceStatus status(String name) {
        return board.services().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a monitor stands for our service at its address, or with its name; any other is a service itself")
    void mapping() {
        beat(1, "1 30");
        beat(2, "1 2001");
        beat(3, "0");
        watch.poll();

        assertThat(status("plex").status()).isEqualTo(ServiceState.ONLINE);
        assertThat(status("plex").displayName()).isEqualTo("Plex");
        assertThat(status("plex").responseTime()).isEqualTo(30);
        assertThat(status("plex").lastChecked()).isEqualTo(clock.instant());
        assertThat(status("overseerr").status()).as("slow").isEqualTo(ServiceState.DEGRADED);
        assertThat(status("overseerr").uptime24h()).isEqualTo(0.75);
        assertThat(status("kuma-3").displayName()).isEqualTo("YouTube");
        assertThat(status("kuma-3").status()).isEqualTo(ServiceState.OFFLINE);
        assertThat(board.services())
                .extracting(ServiceStatus::name)
                .containsExactly("plex", "overseerr", "tmdb", "youtube", "kuma-3");
        assertThat(published).extracting(ServiceStatus::name).containsExactly("plex", "overseerr", "kuma-3");
        assertThat(watch.covers("plex")).isTrue();
        assertThat(watch.covers("tmdb"))
                .as("behind the same proxy as Overseerr, and called otherwise")
                .isFalse();
        assertThat(watch.covers("youtube")).as("is no service in the network").isFalse();
    }

    @Test
    @DisplayName("beats from before are the history, each once, however often they are told")
    void history() {
        beat(1, "1 10", "0", "2", "1 30");
        watch.poll();
        watch.poll();
        clock.advance(Duration.ofMinutes(1));
        beat(1, "1 10", "0", "2", "1 30", "1 50");
        watch.poll();

        var samples = board.history("plex", Window.HOUR).samples();
        assertThat(samples).extracting(StatusSample::responseTime).containsExactly(10L, null, 30L, 50L);
        assertThat(status("plex").uptime24h()).isEqualTo(0.75);
    }

    @Test
    @DisplayName("after a restart history goes on where it stood")
    void restart() {
        beat(1, "1 10", "1 20");
        watch.poll();
        clock.advance(Duration.ofMinutes(1));
        beat(1, "1 10", "1 20", "1 30");

        new KumaWatch(
                        new UptimeKumaClient(
                                Guards.impatient(UptimeKumaClient.POLICY),
                                http,
                                () -> Guards.settings(service.url(), null),
                                () -> slug),
                        probes,
                        board,
                        clock)
                .poll();

        assertThat(board.history("plex", Window.HOUR).samples())
                .extracting(StatusSample::responseTime)
                .containsExactly(10L, 20L, 30L);
    }

    @Test
    @DisplayName("what is announced is shown: incidents and maintenance, with the time they were seen first")
    void announcements() {
        notices = """
                "incident":{"id":4,"title":"Slow streams","content":"Disk","createdDate":"2025-12-31 23:30:36"},
                "maintenanceList":[{"id":5,"title":"Plex upgrade","status":"under-maintenance"}]""";
        beat(1, "3");
        var began = clock.instant();
        watch.poll();
        clock.advance(Duration.ofSeconds(5));
        watch.poll();

        var report = board.report();
        assertThat(report.incidents())
                .containsExactly(new Incident(
                        "kuma-incident-4", "Slow streams", "Disk", null, Instant.parse("2025-12-31T23:30:36Z")));
        assertThat(report.maintenance())
                .containsExactly(new Incident("kuma-maintenance-5", "Plex upgrade", null, null, began));
        assertThat(watch.isInMaintenance("plex")).isTrue();
        assertThat(watch.isInMaintenance("overseerr")).isFalse();
        assertThat(status("plex").status()).isEqualTo(ServiceState.UNKNOWN);
        assertThat(status("plex").message()).isEqualTo("Under maintenance");
        assertThat(board.history("plex", Window.HOUR).samples()).isEmpty();
    }

    @Test
    @DisplayName("what is announced stays while Uptime Kuma does not answer, and goes with it")
    void announcementsStay() {
        notices = """
                "incidents":[],"maintenanceList":[{"id":5,"title":"Plex upgrade","status":"scheduled"}]""";
        beat(1, "1 30");
        watch.poll();
        service.on("/api/status-page/house", Answer.html(200));
        watch.poll();
        assertThat(board.report().maintenance()).extracting(Incident::title).containsExactly("Plex upgrade");

        slug = null;
        watch.poll();
        assertThat(board.report().maintenance()).isEmpty();
    }

    @Test
    @DisplayName("while Uptime Kuma does not answer we look ourselves, and what only it watches is unknown")
    void silent() {
        beat(1, "1 30");
        beat(3, "1 20");
        watch.poll();
        service.on("/api/status-page/house", Answer.html(200));
        watch.poll();

        assertThat(watch.covers("plex")).isFalse();
        assertThat(status("kuma-3").status()).isEqualTo(ServiceState.UNKNOWN);
        assertThat(status("kuma-3").message()).isEqualTo("Uptime Kuma, which watches it, does not answer");

        watch.poll();
        assertThat(board.services()).extracting(ServiceStatus::name).contains("kuma-3");
        assertThat(published)
                .as("silence, however long, is no news that it is not watched any more")
                .allMatch(ServiceStatus::configured);

        answer();
        watch.poll();
        assertThat(watch.covers("plex")).isTrue();
        assertThat(status("kuma-3").status()).isEqualTo(ServiceState.ONLINE);
    }

    @Test
    @DisplayName("a paused monitor watches nothing: our own service is checked by us, another is unknown")
    void paused() {
        beat(1, "1 30", "1 30");
        beat(3, "1 20", "1 20");
        watch.poll();
        clock.advance(Duration.ofMinutes(4));
        watch.poll();

        assertThat(watch.covers("plex")).isFalse();
        assertThat(status("plex").status()).as("until we have looked").isEqualTo(ServiceState.ONLINE);
        assertThat(status("kuma-3").status()).isEqualTo(ServiceState.UNKNOWN);
    }

    @Test
    @DisplayName("without a status page it is not asked any more, and its services go")
    void switchedOff() {
        beat(1, "1 30");
        beat(3, "1 20");
        watch.poll();
        slug = null;
        watch.poll();

        assertThat(watch.covers("plex")).isFalse();
        assertThat(board.services()).extracting(ServiceStatus::name).doesNotContain("kuma-3");
    }

    @Test
    @DisplayName(
            "what Uptime Kuma watches no more is told of a last time; before its first answer nothing counts as gone")
    void monitorGone() {
        beat(3, "0");
        service.on("/api/status-page/house", Answer.html(200));
        watch.poll();
        assertThat(watch.isUnwatched("kuma-3")).as("not asked successfully yet").isFalse();
        answer();
        watch.poll();
        assertThat(watch.isUnwatched("kuma-3")).isFalse();
        published.clear();

        service.on(
                "/api/status-page/house",
                Answer.ok("{\"config\":{},\"incidents\":[],\"maintenanceList\":[],\"publicGroupList\":[]}"));
        watch.poll();

        assertThat(watch.isUnwatched("kuma-3")).isTrue();
        assertThat(watch.isUnwatched("plex"))
                .as("one of our own, not checked yet")
                .isFalse();
        assertThat(published)
                .filteredOn(status -> status.name().equals("kuma-3"))
                .singleElement()
                .satisfies(gone -> assertThat(gone.configured()).isFalse());
    }

    @Test
    @DisplayName("a service of ours that is not configured has no monitor")
    void notConfigured() {
        plexMissing = Optional.of("no address is set");
        beat(1, "1 30");
        watch.poll();

        assertThat(status("plex").configured()).isFalse();
        assertThat(status("kuma-1").displayName()).isEqualTo("Films server");
    }

    @Test
    @DisplayName("a webhook is believed at once, once, and its words are kept while the page tells the same")
    void webhook() {
        beat(1, "1 30");
        watch.poll();
        clock.advance(Duration.ofSeconds(20));
        var down = new KumaEvent(
                "1", "Films server", new Beat(MonitorState.DOWN, clock.instant(), null, "Connection refused"));
        watch.happened(down);
        watch.happened(down);
        watch.happened(new KumaEvent("9", "Private", down.beat()));
        var someDay = clock.instant().plus(Duration.ofHours(9));
        watch.happened(new KumaEvent("1", "Films server", new Beat(MonitorState.UP, someDay, 5L, null)));

        assertThat(status("plex").status()).isEqualTo(ServiceState.OFFLINE);
        assertThat(status("plex").message()).isEqualTo("Down, as Uptime Kuma sees it: Connection refused");
        assertThat(published)
                .extracting(ServiceStatus::name)
                .filteredOn("plex"::equals)
                .hasSize(2);
        assertThat(board.services()).extracting(ServiceStatus::name).doesNotContain("kuma-9");
        assertThat(board.history("plex", Window.HOUR).uptime()).isEqualTo(0.5);

        watch.poll();
        assertThat(status("plex").status()).as("the page is behind").isEqualTo(ServiceState.OFFLINE);
        beat(1, "1 30", "0");
        watch.poll();
        assertThat(status("plex").message()).endsWith("Connection refused");
        assertThat(board.history("plex", Window.HOUR).uptime())
                .as("counted once")
                .isEqualTo(0.5);

        clock.advance(Duration.ofSeconds(20));
        beat(1, "0", "1 40");
        watch.poll();
        assertThat(status("plex").status()).isEqualTo(ServiceState.ONLINE);
        assertThat(status("plex").message()).isEqualTo("Up, as Uptime Kuma sees it");
    }

    /// Remembers what is told.
    private final class Listening implements EventBus {
        @Override
        public void publish(ServerEvent event) {
            if (event instanceof ServerEvent.ServiceChecked(ServiceStatus found)) {
                published.add(found);
            }
        }

        @Override
        public Subscription subscribe(String name, Subscriber subscriber) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
