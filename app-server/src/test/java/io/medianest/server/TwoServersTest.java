package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.DemoSignIn;
import io.medianest.server.testing.LiveEar;
import io.medianest.server.testing.PostgresServer;
import io.medianest.server.testing.RedisServer;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers of one household on a real PostgreSQL and a real Redis: whom of them one asks makes no difference.
class TwoServersTest {
    private static final String OWNER = DemoHousehold.OWNER;
    private static final String SCHEMA = "two_servers";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer redis;

    @SuppressWarnings("NullAway.Init")
    private static DemoHousehold household;

    @SuppressWarnings("NullAway.Init")
    private static MediaNestServer other;

    @SuppressWarnings("NullAway.Init")
    private static Wire first;

    @SuppressWarnings("NullAway.Init")
    private static Wire second;

    @BeforeAll
    static void start() {
        PostgresServer.ofTests().execute("CREATE SCHEMA " + SCHEMA);
        redis = RedisServer.start();
        household = DemoHousehold.start(directory, shared());
        other = household.another("second", shared());
        first = household.wire();
        second = new Wire(other.port());
    }

    @AfterAll
    static void close() {
        other.close();
        household.close();
        redis.close();
    }

    private static String[] shared() {
        return new String[] {
            "--database.url=" + PostgresServer.ofTests().url(SCHEMA), "--redis.url=" + redis.url(), "--limits.webhooks="
        };
    }

    @Test
    @DisplayName("fifty identical requests spread over both make one 201 and one submission")
    void oneOfFifty() {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var ids = new ConcurrentLinkedQueue<String>();
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                var wire = i % 2 == 0 ? first : second;
                people.execute(() -> {
                    await(start);
                    var answer = post(wire, "/media/request", "{\"tmdbId\":\"45745\",\"mediaType\":\"movie\"}", OWNER);
                    statuses.add(answer.status());
                    if (answer.status() == 201) {
                        ids.add(json(answer).path("requestId").asText());
                    }
                });
            }
            start.countDown();
        }

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(49);
        Await.until("it is handed over", () -> household.submissions(45745) > 0);
        var path = "/media/requests/" + ids.peek();
        Await.until(
                "both know",
                () -> List.of(first, second).stream()
                        .noneMatch(wire -> get(wire, path, OWNER)
                                .at("/data/stage")
                                .asText()
                                .equals("queued")));
        assertThat(household.submissions(45745)).isEqualTo(1);
    }

    @Test
    @DisplayName("what happens on one is heard by a client of the other")
    void events() throws Exception {
        try (var ear = LiveEar.on(other.port(), token())) {
            ear.awaitFirst("state:initial");
            var made = post(first, "/media/request", "{\"tmdbId\":\"3085\",\"mediaType\":\"movie\"}", OWNER);
            assertThat(made.status()).isEqualTo(201);
            var id = json(made).path("requestId").asText();

            var heard = ear.await(
                    "mediaRequest:created",
                    event -> event.at("/request/id").asText().equals(id));
            assertThat(heard.at("/request/title").asText()).isNotBlank();
        }
    }

    @Test
    @DisplayName("a session that was ended on one is refused by the other at once, and its connection is closed")
    void sessions() throws Exception {
        var person = DemoSignIn.of(first);
        assertThat(second.send("GET /api/v1/auth/session", person.bearer()).status())
                .isEqualTo(200);
        try (var ear = LiveEar.on(other.port(), person.bearer().substring("Authorization: Bearer ".length()))) {
            ear.awaitFirst("state:initial");

            assertThat(post(first, "/auth/logout", "{}", person.bearer()).status())
                    .isBetween(200, 204);

            assertThat(second.send("GET /api/v1/auth/session", person.bearer()).status())
                    .isEqualTo(401);
            ear.awaitEnd();
        }
    }

    @Test
    @DisplayName("a sign-in that began on one ends on the other, and a code that one shows the other takes")
    void handedOver() throws Exception {
        var pin = json(post(first, "/auth/plex/pin", "{}")).path("data");
        DemoSignIn.sayYes(pin.path("authUrl").asText());
        var verify = "{\"pinId\":\"%s\"}".formatted(pin.path("id").asText());
        assertThat(post(second, "/auth/plex/verify", verify).status()).isEqualTo(200);
        assertThat(post(first, "/auth/plex/verify", verify).error()).contains("INVALID_PIN");

        var code = json(post(first, "/admin/pairing-codes", "{}", OWNER))
                .at("/data/code")
                .asText();
        var pairing = "{\"code\":\"%s\",\"deviceName\":\"Phone\"}".formatted(code);
        assertThat(post(second, "/auth/pair", pairing).status()).isBetween(200, 201);
        assertThat(post(first, "/auth/pair", pairing).error()).contains("INVALID_PAIRING_CODE");
    }

    @Test
    @DisplayName(
            "a setting that was changed on one holds on the other, limits count over both, also after Redis was away")
    void settingsLimitsAndRedis() {
        limitOf(11);
        assertThat(granted(first, second, "10.0.0.1")).isEqualTo(11);

        redis.kill();
        Await.until(
                "both say so",
                () -> List.of(first, second).stream()
                        .allMatch(wire -> health(wire).contains("Redis does not answer")));
        assertThat(get(first, "/media/requests", OWNER).at("/success").asBoolean())
                .isTrue();
        assertThat(granted(first, second, "10.0.0.2")).as("each by itself").isEqualTo(22);

        redis.restart();
        Await.until(
                "both are well again",
                () -> List.of(first, second).stream()
                        .noneMatch(wire -> health(wire).contains("Redis does not answer")));
        limitOf(12);
        assertThat(granted(first, second, "10.0.0.3")).isEqualTo(12);
    }

    /// Of webhooks, which nobody else in this test uses.
    private static void limitOf(int webhooks) {
        var change = "{\"limits.webhooks\":\"%d/1h\"}".formatted(webhooks);
        try {
            assertThat(first.sendJson("PUT /api/v1/admin/settings", change, OWNER)
                            .status())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long granted(Wire one, Wire another, String neighbour) {
        return IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? one : another)
                .filter(wire -> post(wire, "/webhooks/overseerr", "{}", "X-Forwarded-For: " + neighbour)
                                .status()
                        != 429)
                .count();
    }

    @Test
    @DisplayName("a server with another key is not let in: it could not read what the others have sealed")
    void anotherKey() throws IOException {
        Files.createDirectories(directory.resolve("stranger"));
        assertThatThrownBy(() -> MediaNestServer.start(ServerConfig.read(
                        Map.of(),
                        "--server.port=0",
                        "--data.dir=" + directory.resolve("stranger"),
                        "--database.url=" + PostgresServer.ofTests().url(SCHEMA))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("medianest.key");
    }

    private static String token() {
        return OWNER.substring("Authorization: Bearer ".length());
    }

    private static Wire.Answer post(Wire wire, String path, String json, String... headers) {
        try {
            return wire.sendJson("POST /api/v1" + path, json, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode get(Wire wire, String path, String... headers) {
        try {
            return wire.send("GET /api/v1" + path, headers).json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String health(Wire wire) {
        try {
            return wire.send("GET /health").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Wire.Answer answer) {
        try {
            return answer.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
