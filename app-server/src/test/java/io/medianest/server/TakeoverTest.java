package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.LiveEar;
import io.medianest.server.testing.PostgresServer;
import io.medianest.server.testing.RedisServer;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of two servers of one household one is killed in the middle of its work.
class TakeoverTest {
    private static final String OWNER = DemoHousehold.OWNER;
    private static final String TOKEN = OWNER.substring("Authorization: Bearer ".length());
    private static final String SCHEMA = "takeover";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<String> FILMS = List.of("45745", "19", "653", "4808", "133701");
    private static final List<String> VIDEOS = List.of("aqz-KE-bpKQ", "R6MlUcmOul8", "eRsGyueVLvQ", "WhWc3b3KhnY");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("what a server had under way that is killed, the other ends; who was connected to it misses nothing")
    void killed() throws Exception {
        PostgresServer.ofTests().execute("CREATE SCHEMA " + SCHEMA);
        try (var redis = RedisServer.start();
                var household = DemoHousehold.start(DemoPace.usual(), directory, shared(redis))) {
            var survivor = household.wire();
            int port = freePort();
            var victim = start(household.arguments("second", with(shared(redis), "--server.port=" + port)), port);
            try (var ear = LiveEar.on(port, TOKEN)) {
                ear.awaitFirst("state:initial");
                var downloads = VIDEOS.stream()
                        .map(id ->
                                post(survivor, "/youtube/download", "{\"url\":\"https://youtu.be/%s\"}".formatted(id)))
                        .map(answer -> answer.path("downloadId").asText())
                        .toList();
                Await.until(
                        "both load",
                        LONG,
                        () -> PostgresServer.ofTests()
                                        .count(
                                                SCHEMA,
                                                "SELECT COUNT(DISTINCT node) FROM download WHERE status = 'downloading'")
                                == 2);
                var requests = FILMS.stream()
                        .map(id -> post(
                                new Wire(port),
                                "/media/request",
                                "{\"tmdbId\":\"%s\",\"mediaType\":\"movie\"}".formatted(id)))
                        .map(answer -> answer.path("requestId").asText())
                        .toList();

                victim.destroyForcibly();

                ear.awaitEnd();
                try (var again = LiveEar.on(survivor.port(), TOKEN)) {
                    var state = again.awaitFirst("state:initial").toString();
                    assertThat(requests).allMatch(state::contains);
                }
                for (var id : requests) {
                    Await.until(
                            "it is handed over",
                            LONG,
                            () -> !get(survivor, "/media/requests/" + id)
                                    .at("/data/stage")
                                    .asText()
                                    .equals("queued"));
                }
                for (var film : FILMS) {
                    assertThat(household.submissions(Integer.parseInt(film))).isEqualTo(1);
                }
                for (var id : downloads) {
                    Await.until(
                            "it is loaded",
                            LONG,
                            () -> get(survivor, "/youtube/downloads/" + id)
                                    .at("/data/status")
                                    .asText()
                                    .equals("completed"));
                }
                try (var files = Files.walk(directory.resolve("videos"))) {
                    assertThat(files.filter(file -> file.toString().endsWith(".mp4")))
                            .hasSize(VIDEOS.size());
                }
            } finally {
                victim.destroyForcibly();
                assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static String[] shared(RedisServer redis) {
        return new String[] {
            "--database.url=" + PostgresServer.ofTests().url(SCHEMA),
            "--redis.url=" + redis.url(),
            "--youtube.concurrency=2"
        };
    }

    private static String[] with(String[] settings, String more) {
        var all = new ArrayList<>(List.of(settings));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private Process start(String[] arguments, int port) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        Await.until("the server answers", LONG, () -> {
            assertThat(process.isAlive()).as("the server runs").isTrue();
            try {
                return new Wire(port).send("GET /health/ready").status() == 200;
            } catch (IOException e) {
                return false;
            }
        });
        return process;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static JsonNode post(Wire wire, String path, String json) {
        try {
            var answer = wire.sendJson("POST /api/v1" + path, json, OWNER);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return answer.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode get(Wire wire, String path) {
        try {
            return wire.send("GET /api/v1" + path, OWNER).json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
