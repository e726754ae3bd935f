package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoWorldTest {
    private static final String SECRET = "a-secret";
    private static final String SINTEL = """
            {"mediaType":"movie","mediaId":45745,"is4k":false}""";

    private final Path directory;
    private final DemoWorld world;
    private final WebhookInbox inbox = new WebhookInbox();

    DemoWorldTest(@TempDir Path directory) {
        this.directory = directory;
        world = DemoWorld.start(new DemoPace(Duration.ofMillis(40), Duration.ofMillis(300)), directory);
    }

    @BeforeEach
    void open() {
        inbox.start();
        world.webhookTo(inbox.address(), SECRET);
    }

    @AfterEach
    void close() {
        inbox.close();
        world.close();
    }

    @Test
    @DisplayName("a member's request is approved, loads, arrives in Plex and is told of at each step")
    void arrives() throws Exception {
        try (var robin = overseerr("2");
                var plex = plex()) {
            long before = films(plex).size();
            assertThat(robin.post("/api/v1/request", SINTEL).statusCode()).isEqualTo(201);

            var told = inbox.upTo("MEDIA_AVAILABLE", SECRET);
            assertThat(told)
                    .extracting(body -> body.path("notification_type").asText())
                    .containsExactly("MEDIA_PENDING", "MEDIA_APPROVED", "MEDIA_AVAILABLE");
            var last = told.getLast();
            assertThat(last.path("subject").asText()).isEqualTo("Sintel (2010)");
            assertThat(last.path("media").path("tmdbId").asText()).isEqualTo("45745");
            assertThat(last.path("media").path("status").asText()).isEqualTo("AVAILABLE");
            assertThat(last.path("request").path("requestedBy_username").asText())
                    .isEqualTo("Robin");

            var request = robin.json(
                    "/api/v1/request/" + last.path("request").path("request_id").asText());
            assertThat(request.path("media").path("status").asInt()).isEqualTo(5);
            assertThat(request.path("media").path("plexUrl").asText()).contains("metadata");
            assertThat(films(plex))
                    .hasSize((int) before + 1)
                    .anySatisfy(film ->
                            assertThat(film.path("Guid").findValuesAsText("id")).contains("tmdb://45745"));
            assertThat(plex.json("/library/sections/1/all?sort=addedAt:desc")
                            .at("/MediaContainer/Metadata/0/title")
                            .asText())
                    .isEqualTo("Sintel");
        }
    }

    @Test
    @DisplayName("a series arrives with its seasons; the owner's request needs nobody's approval")
    void series() throws Exception {
        try (var owner = overseerr("1")) {
            var made = owner.post("/api/v1/request", """
                    {"mediaType":"tv","mediaId":9000204,"is4k":false,"seasons":[1,2]}""");
            assertThat(DemoClient.json(made).path("status").asInt()).isEqualTo(2);
            var told = inbox.upTo("MEDIA_AVAILABLE", SECRET);
            assertThat(told.getFirst().path("notification_type").asText()).isEqualTo("MEDIA_AUTO_APPROVED");
            assertThat(told.getFirst().at("/extra/0/value").asText()).isEqualTo("1, 2");
        }
    }

    @Test
    @DisplayName(
            "signing in: the pin is open until the page is opened, then it belongs to Robin, who shares the server")
    void pins() throws Exception {
        try (var tv = new DemoClient(world.plexTv(), "X-Plex-Client-Identifier", "desk");
                var stranger = new DemoClient(world.plexTv(), "X-Plex-Client-Identifier", "other");
                var browser = new DemoClient(world.plexApp())) {
            var made = tv.post("/api/v2/pins?strong=true", "");
            assertThat(made.statusCode()).isEqualTo(201);
            var pin = DemoClient.json(made);
            var path = "/api/v2/pins/" + pin.path("id").asInt();
            assertThat(pin.path("expiresIn").asInt()).isEqualTo(1800);
            assertThat(tv.json(path).path("authToken").isNull()).isTrue();
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(browser.get("?clientID=desk&code=wrong").statusCode()).isEqualTo(404);

            assertThat(browser.get("?clientID=desk&code=" + pin.path("code").asText())
                            .body())
                    .contains("Signed in as Robin");
            assertResources(tv.json(path).path("authToken").asText());
        }
    }

    private void assertResources(String token) throws IOException, InterruptedException {
        try (var robin = new DemoClient(world.plexTv(), "X-Plex-Token", token)) {
            assertThat(robin.json("/api/v2/user").path("username").asText()).isEqualTo("Robin");
            var server = robin.json("/api/v2/resources?includeHttps=1").path(0);
            assertThat(server.path("owned").asBoolean(true)).isFalse();
            assertThat(server.path("provides").asText()).isEqualTo("server");
            assertThat(server.at("/connections/0/uri").asText())
                    .isEqualTo(world.plexServer().toString());
            try (var shared = plex(server.path("accessToken").asText())) {
                assertThat(shared.json("/")
                                .at("/MediaContainer/machineIdentifier")
                                .asText())
                        .isEqualTo(server.path("clientIdentifier").asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"failing, 500", "rate-limited, 429", "slow, 200"})
    @DisplayName("a mood shows in every answer until it is set back")
    void moods(String mode, int status) throws Exception {
        try (var tmdb = tmdb();
                var control = new DemoClient(world.control())) {
            assertThat(control.post("/tmdb/" + mode, "").statusCode()).isEqualTo(200);
            var answer = tmdb.get("/configuration");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
            assertThat(control.json("/state").toString()).contains("\"mode\":\"" + mode + "\"");
            control.post("/tmdb/normal", "");
            assertThat(tmdb.get("/configuration").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("a stand-in that is gone hangs up, and Uptime Kuma sees it")
    void gone() throws Exception {
        try (var plex = plex();
                var kuma = new DemoClient(world.uptimeKuma());
                var control = new DemoClient(world.control())) {
            control.post("/plex/gone", "");
            assertThatThrownBy(() -> plex.get("/identity")).isInstanceOf(IOException.class);
            var beats = kuma.json("/api/status-page/heartbeat/house").at("/heartbeatList/1");
            var last = beats.get(beats.size() - 1);
            assertThat(last.path("status").asInt()).isZero();
            assertThat(last.path("ping").isNull()).isTrue();
            assertThat(control.get("").body()).contains("Plex Media Server");
        }
    }

    @Test
    @DisplayName("the control page refuses what it does not know, and pages from elsewhere")
    void control() throws Exception {
        try (var control = new DemoClient(world.control());
                var elsewhere = new DemoClient(world.control(), "Origin", "https://evil.example")) {
            assertThat(control.post("/tmdb/purple", "").statusCode()).isEqualTo(404);
            assertThat(control.post("/google/gone", "").statusCode()).isEqualTo(404);
            assertThat(elsewhere.post("/tmdb/gone", "").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("after closing nobody listens and no script is left")
    void closed() throws Exception {
        assertThat(world.ytDlp()).exists();
        world.close();
        try (var tmdb = tmdb();
                var left = Files.list(directory)) {
            assertThatThrownBy(() -> tmdb.get("/configuration")).isInstanceOf(ConnectException.class);
            assertThat(left).isEmpty();
        }
    }

    private static JsonNode films(DemoClient plex) throws IOException, InterruptedException {
        return plex.json("/library/sections/1/all?includeGuids=1").at("/MediaContainer/Metadata");
    }

    private DemoClient overseerr(String user) {
        return new DemoClient(world.overseerr(), "X-Api-Key", world.overseerrApiKey(), "X-API-User", user);
    }

    private DemoClient tmdb() {
        return new DemoClient(world.tmdb(), "Authorization", "Bearer " + world.tmdbApiKey());
    }

    private DemoClient plex() {
        return plex(world.plexToken());
    }

    private DemoClient plex(String token) {
        return new DemoClient(world.plexServer(), "Accept", "application/json", "X-Plex-Token", token);
    }
}
