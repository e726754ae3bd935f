package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.LiveEar;
import io.medianest.server.testing.NginxServer;
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
    private static final DemoPace PACE = new DemoPace(Duration.ofSeconds(3), Duration.ofSeconds(3));
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<String> FILMS = List.of("45745", "19", "653", "4808");
    private static final String MEANWHILE = "3085";
    private static final String AFTERWARDS = "133701";
    private static final List<String> VIDEOS = List.of("aqz-KE-bpKQ", "R6MlUcmOul8", "eRsGyueVLvQ", "WhWc3b3KhnY");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("what a server had under way that is killed, the other ends; who was connected to it misses nothing")
    void killed() throws Exception {
        PostgresServer.ofTests().execute("CREATE SCHEMA " + SCHEMA);
        try (var redis = RedisServer.start();
                var household = DemoHousehold.start(PACE, directory, shared(redis))) {
            var survivor = household.wire();
            int port = freePort();
            var victim = start(household.arguments("second", with(shared(redis), "--server.port=" + port)), port);
            try (var nginx = NginxServer.asDescribed(survivor.port(), port);
                    var ear = atTheVictim(nginx.port(), port)) {
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
                var requests =
                        FILMS.stream().map(id -> request(new Wire(port), id)).toList();

                victim.destroyForcibly();

                Await.until("its client notices", ear::hasEnded);
                var meanwhile = request(survivor, MEANWHILE);
                var state = ear.awaitTimes(2, "state:initial").toString();
                assertThat(requests).allMatch(state::contains);
                assertThat(heardOf(ear, meanwhile, state))
                        .as("what was made while it had no connection")
                        .isTrue();
                var afterwards = request(survivor, AFTERWARDS);
                ear.await(
                        "mediaRequest:created",
                        event -> event.at("/request/id").asText().equals(afterwards));
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
                assertThat(films()).hasSize(VIDEOS.size());
            } finally {
                victim.destroyForcibly();
                assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    /// nginx decides by the address of a client which of the servers it gets.
    private static LiveEar atTheVictim(int nginx, int victim) throws IOException {
        for (int last = 2; last < 255; last++) {
            var ear = LiveEar.staying("127.0.0." + last, nginx, TOKEN);
            ear.awaitFirst("state:initial");
            var metrics = new Wire(victim).send("GET /metrics", OWNER).body();
            if (metrics.contains("medianest_sockets 1.0")) {
                return ear;
            }
            ear.close();
        }
        throw new AssertionError("nginx gives no client to the victim");
    }

    private static String request(Wire wire, String film) {
        return post(wire, "/media/request", "{\"tmdbId\":\"%s\",\"mediaType\":\"movie\"}".formatted(film))
                .path("requestId")
                .asText();
    }

    /// In the state at its return, or right after it.
    private static boolean heardOf(LiveEar ear, String id, String state) {
        return state.contains(id)
                || ear.await(
                                "mediaRequest:created",
                                event -> event.at("/request/id").asText().equals(id))
                        .has("request");
    }

    /// Those that have come, not what was left of the attempts, which is cleared away meanwhile.
    private List<Path> films() throws IOException {
        var found = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(directory.resolve("videos"), "[!.]*")) {
            for (var folder : folders) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".mp4")).forEach(found::add);
                }
            }
        }
        return found;
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
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
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
