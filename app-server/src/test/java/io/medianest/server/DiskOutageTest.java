package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.testing.Envelopes;
import io.medianest.server.testing.FailingDisk;
import io.medianest.server.testing.FailingDisk.Mood;
import io.medianest.server.testing.Wire;
import io.medianest.server.testing.Wire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The disk goes from under the embedded database of a server, and comes back.
class DiskOutageTest {
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final String WORDS = "The database does not answer";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @AfterEach
    void mend() {
        FailingDisk.becomes(Mood.WELL);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "GONE"})
    @DisplayName("while its disk is full or gone everybody is told so, and it goes on without a restart")
    void goesAway(Mood mood) throws Exception {
        try (var server = start()) {
            var wire = new Wire(server.port());
            assertThat(name(wire, "before").status()).isEqualTo(201);
            FailingDisk.becomes(mood);
            isToldToAll(wire);
            FailingDisk.becomes(Mood.WELL);
            goesOn(wire);
        }
    }

    private static void isToldToAll(Wire wire) throws IOException {
        isAway(name(wire, "meanwhile"));
        assertThat(wire.send("GET /health").body()).contains("unhealthy", WORDS);
        isAway(wire.send("GET /health/ready"));
        assertThat(wire.send("GET /health/live").status()).isEqualTo(200);
        Await.until(
                "admins are told", BACK, () -> get(wire, "/dashboard/status").contains(WORDS));
        assertThat(wire.send("GET /metrics").body())
                .contains("medianest_database_up 0.0", "medianest_http_request_seconds_bucket");
        var answers = new ConcurrentLinkedQueue<Answer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                people.execute(() -> answers.add(name(wire, "meanwhile")));
            }
        }
        assertThat(answers).hasSize(50).allMatch(answer -> answer.status() == 503);
    }

    private static void isAway(Answer answer) throws IOException {
        assertThat(Envelopes.error(answer)).isEqualTo("503 SERVICE_UNAVAILABLE database");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private static void goesOn(Wire wire) {
        Await.until("it goes on", BACK, () -> name(wire, "after").status() == 201);
        Await.until("it says so", BACK, () -> !get(wire, "/health").contains(WORDS));
        assertThat(get(wire, "/admin/tokens")).contains("before", "after").doesNotContain("meanwhile");
        Await.until("it is written down", BACK, () -> {
            lookAtOnce(wire);
            return get(wire, "/admin/incidents?status=resolved").contains(WORDS);
        });
    }

    /// A change of the settings has everything look.
    private static void lookAtOnce(Wire wire) {
        json(wire, "PUT /api/v1/admin/settings", "{\"youtube.concurrency\":\"2\"}");
        json(wire, "PUT /api/v1/admin/settings", "{\"youtube.concurrency\":\"3\"}");
    }

    private MediaNestServer start() {
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                "--server.host=127.0.0.1",
                "--server.port=0",
                "--server.mdns=false",
                "--data.dir=" + directory,
                "--admin.token=" + TOKEN,
                "--limits.api=100000/1m",
                "--database.url=" + FailingDisk.url(directory)));
    }

    /// Writes something that is read from the database.
    private static Answer name(Wire wire, String name) {
        return json(wire, "POST /api/v1/admin/tokens", "{\"name\":\"%s\"}".formatted(name));
    }

    private static Answer json(Wire wire, String line, String json) {
        try {
            return wire.sendJson(line, json, OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(Wire wire, String path) {
        try {
            return wire.send("GET /api/v1" + path, OWNER).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
