package io.medianest.server.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Uptime Kuma 1.23.17 and 2.5.3, by what they really answered.
class UptimeKumaClientTest {
    private static final String PAGE = "/api/status-page/house";
    private static final String HEARTBEATS = "/api/status-page/heartbeat/house";
    private static final String BACKUP = "Backup \"job\", weekly\\x";
    private static final Duration SHORT = Duration.ofMillis(400);

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(SHORT, SHORT);

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    private UptimeKumaClient client(@Nullable String slug, @Nullable String key) {
        return new UptimeKumaClient(
                Guards.impatient(UptimeKumaClient.POLICY), http, () -> Guards.settings(service.url(), key), () -> slug);
    }

    private void answerAs(String version, String page, String heartbeats) {
        service.on(PAGE, Answer.ok(sample(version, page)));
        service.on(HEARTBEATS, Answer.ok(sample(version, heartbeats)));
        service.on(
                "/metrics",
                asked -> "Basic bWVkaWFuZXN0OmtleQ==".equals(asked.header("Authorization"))
                        ? new Answer(
                                200,
                                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
                                sample(version, "metrics.txt"))
                        : Answer.html(401));
    }

    private static String sample(String version, String name) {
        return Samples.read("uptimekuma/" + version + "/" + name);
    }

    @Test
    @DisplayName("2.5: the status page tells who is up, how fast, how long, and what is announced")
    void newVersion() {
        answerAs("2.5.3", "status-page.json", "heartbeat.json");

        var report = client("house", null).report(Instant.parse("2026-11-20T23:33:40Z"));

        assertThat(report.monitors()).extracting(Monitor::name).containsExactly("Plex", "Overseerr", BACKUP);
        var plex = report.monitors().getFirst();
        assertThat(plex.key()).isEqualTo("1");
        assertThat(plex.address()).isEqualTo(URI.create("http://127.0.0.1:18081/"));
        assertThat(plex.state()).isEqualTo(MonitorState.UP);
        assertThat(plex.ping()).isEqualTo(24);
        assertThat(plex.uptime24h()).isEqualTo(1.0);
        assertThat(plex.beats()).hasSize(10);
        assertThat(plex.beats().getFirst())
                .isEqualTo(new Beat(MonitorState.UP, Instant.parse("2026-11-20T23:30:35.733Z"), 44L, null));
        assertThat(report.monitors().get(1).address()).as("not published").isNull();
        assertThat(report.monitors().get(2).state()).isEqualTo(MonitorState.DOWN);
        assertThat(report.monitors().get(2).ping()).isNull();
        assertThat(report.incidents())
                .containsExactly(new Notice(
                        "1", "Slow streams", "Disk **rebuild** in progress", Instant.parse("2026-11-20T23:30:36Z")));
        assertThat(report.maintenance()).isEmpty();
        assertThat(service.asked("/metrics")).isEmpty();
        assertThat(service.asked(HEARTBEATS).getFirst().header("x-apicache-bypass"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("2.5: maintenance and what is tried again are states of their own")
    void maintenance() {
        answerAs("2.5.3", "status-page-maintenance.json", "heartbeat-maintenance-pending.json");

        var report = client("house", null).report(Instant.parse("2026-11-20T23:35:20Z"));

        assertThat(report.monitors())
                .extracting(Monitor::state)
                .containsExactly(MonitorState.MAINTENANCE, MonitorState.UP, MonitorState.DOWN, MonitorState.PENDING);
        assertThat(report.maintenance()).containsExactly(new Notice("1", "Plex upgrade", "Weekly **update**", null));
    }

    @Test
    @DisplayName("1.23: the same, with one incident instead of a list")
    void oldVersion() {
        answerAs("1.23.17", "status-page.json", "heartbeat.json");

        var report = client("house", null).report(Instant.parse("2026-11-20T23:37:55Z"));

        assertThat(report.monitors())
                .extracting(Monitor::state)
                .containsExactly(MonitorState.MAINTENANCE, MonitorState.UP, MonitorState.DOWN, MonitorState.PENDING);
        assertThat(report.incidents()).extracting(Notice::title).containsExactly("Slow streams");
        assertThat(report.maintenance()).extracting(Notice::title).containsExactly("Plex upgrade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23.17", "2.5.3"})
    @DisplayName("with an API key addresses and states come from the metrics, whose numbers 1.23 does not tell")
    void metrics(String version) {
        answerAs(version, "status-page.json", "heartbeat.json");

        var monitors = client("house", "key")
                .report(Instant.parse("2026-11-20T23:37:55Z"))
                .monitors();

        assertThat(monitors).extracting(Monitor::name).startsWith("Plex", "Overseerr", BACKUP);
        var overseerr = monitors.get(1);
        assertThat(overseerr.key()).isEqualTo("2");
        assertThat(overseerr.address()).isEqualTo(URI.create("http://127.0.0.1:18082/"));
        assertThat(overseerr.state()).isEqualTo(MonitorState.UP);
        assertThat(overseerr.ping()).isEqualTo(84);
        assertThat(overseerr.beats()).isNotEmpty();
        assertThat(monitors.get(2).address()).as("a monitor without an address").isNull();
        assertThat(monitors.get(2).ping()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1.23.17, Plex", "2.5.3, 1"})
    @DisplayName("without a status page the metrics alone tell of all monitors")
    void metricsAlone(String version, String key) {
        answerAs(version, "status-page.json", "heartbeat.json");

        var monitors = client(null, "key")
                .report(Instant.parse("2026-11-20T23:37:55Z"))
                .monitors();

        assertThat(monitors.getFirst().key()).isEqualTo(key);
        assertThat(monitors.getFirst().address()).isEqualTo(URI.create("http://127.0.0.1:18081/"));
        assertThat(monitors).extracting(Monitor::name).contains("Overseerr", BACKUP);
        assertThat(monitors).allSatisfy(monitor -> assertThat(monitor.beats()).isEmpty());
        assertThat(service.asked(PAGE)).isEmpty();
        if (version.startsWith("2")) {
            assertThat(monitors.get(1).uptime24h()).isEqualTo(0.8);
        }
    }

    @Test
    @DisplayName("something paused keeps its last beat: it is unknown once that is three times as old as usual")
    void paused() {
        answerAs("2.5.3", "status-page.json", "heartbeat.json");
        assertThat(client("house", null)
                        .report(Instant.parse("2026-11-20T23:34:35Z"))
                        .monitors()
                        .getFirst()
                        .state())
                .as("a minute after the last of beats that come every 20 s")
                .isEqualTo(MonitorState.UP);

        answerAs("2.5.3", "status-page.json", "heartbeat.json");
        var monitors = client("house", null)
                .report(Instant.parse("2026-11-20T23:34:37Z"))
                .monitors();
        assertThat(monitors.getFirst().state()).isEqualTo(MonitorState.UNKNOWN);
        assertThat(monitors.getFirst().ping()).isNull();
        assertThat(monitors.get(2).state()).as("one that beats once a minute").isEqualTo(MonitorState.DOWN);
    }

    @Test
    @DisplayName("a status page that does not exist is named: by 404, or by silence where all else is answered")
    void noSuchPage() {
        service.on("/api/status-page/den", Answer.json(404, "{\"ok\":false,\"msg\":\"Status Page Not Found\"}"));
        assertThat(failure(client("den", null))).hasMessageContaining("no status page 'den'");

        var closing = new CountDownLatch(1);
        service.on("/api/entry-page", Answer.ok("{\"type\":\"entryPage\",\"entryPage\":\"dashboard\"}"));
        service.on("/api/status-page/den", asked -> silence(closing));
        try {
            assertThat(failure(client("den", null))).hasMessageContaining("no status page 'den'");

            service.on("/api/entry-page", Answer.html(502));
            assertThat(failure(client("den", null)).code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
        } finally {
            closing.countDown();
        }
    }

    private static Answer silence(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.html(500);
    }

    @Test
    @DisplayName("a web page in place of data or metrics is told, and so is a key that is not taken")
    void wrongAnswers() {
        service.on(PAGE, Answer.html(200));
        assertThat(failure(client("house", null))).hasMessageContaining("is the address in the settings right?");

        service.on("/metrics", Answer.html(200));
        assertThat(failure(client(null, "key"))).hasMessageContaining("is the address in the settings right?");
        service.on("/metrics", Answer.html(401));
        assertThat(failure(client(null, "key"))).hasMessageContaining("check its key");
    }

    @Test
    @DisplayName("it watches for us when there is a status page or a key")
    void watching() {
        assertThat(client("house", null).isWatching()).isTrue();
        assertThat(client(null, "key").isWatching()).isTrue();
        assertThat(client(null, null).isWatching()).isFalse();
        assertThat(new UptimeKumaClient(
                                Guards.impatient(UptimeKumaClient.POLICY), http, Guards::notConfigured, () -> "house")
                        .isWatching())
                .isFalse();
    }

    @Test
    @DisplayName("odd fields of a page cost nothing but themselves")
    void oddPage() {
        service.on(PAGE, Answer.ok("""
                {"incident":{"title":null},"incidents":[{"id":3}],"publicGroupList":[{"monitorList":[
                  {"name":"no number"},{"id":7},{"id":7,"name":"again"},{"id":8,"name":"Odd","url":"::"}]}],
                 "maintenanceList":[{"id":1,"title":"Over","status":"ended"},
                  {"id":2,"title":"Soon","status":"scheduled",
                   "timeslotList":[{"startDate":"2026-12-01T08:00:00.000Z"}]}]}"""));
        service.on(HEARTBEATS, Answer.ok("""
                {"heartbeatList":{"8":[{"status":9,"time":"2026-11-20 23:30:35"},{"status":1,"time":"yesterday"}]}}"""));

        var report = client("house", null).report(Instant.EPOCH);

        assertThat(report.monitors()).extracting(Monitor::key).containsExactly("7", "8");
        assertThat(report.monitors()).extracting(Monitor::state).containsOnly(MonitorState.UNKNOWN);
        assertThat(report.incidents()).isEmpty();
        assertThat(report.maintenance())
                .containsExactly(new Notice("2", "Soon", null, Instant.parse("2026-12-01T08:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "1.23.17/webhook.json, 3, DOWN, No heartbeat in the time window, 2026-11-20T23:37:29.665Z",
        "2.5.3/webhook-down.json, 3, DOWN, No heartbeat in the time window, 2026-11-20T23:31:35.801Z",
        "2.5.3/webhook-up.json, 2, UP, 200 - OK, 2026-11-20T23:31:55.757Z"
    })
    @DisplayName("webhooks of both versions tell what has changed, when, and why")
    void webhooks(String file, String key, MonitorState state, String message, Instant time) throws IOException {
        var payload = Fields.parse(Samples.read("uptimekuma/" + file).getBytes(StandardCharsets.UTF_8));

        var event = KumaEvent.read(payload).orElseThrow();

        assertThat(event.key()).isEqualTo(key);
        assertThat(event.name()).isEqualTo(state == MonitorState.UP ? "Overseerr" : BACKUP);
        assertThat(event.beat()).isEqualTo(new Beat(state, time, state == MonitorState.UP ? 84L : null, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"heartbeat\":null,\"monitor\":null,\"msg\":\"Testing\"}", "{}", "[]", "7"})
    @DisplayName("a webhook about nothing watched means nothing")
    void testWebhook(String payload) throws IOException {
        assertThat(KumaEvent.read(Fields.parse(payload.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static MediaNestException failure(UptimeKumaClient client) {
        return Objects.requireNonNull(
                catchThrowableOfType(MediaNestException.class, () -> client.report(Instant.EPOCH)));
    }
}
