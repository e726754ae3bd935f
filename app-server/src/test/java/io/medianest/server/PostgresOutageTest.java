package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.testing.PostgresServer;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL goes away under a server, and comes back.
class PostgresOutageTest {
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;
    private static final Duration BACK = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName(
            "while PostgreSQL is away everybody is told so with 503, nothing piles up, and it goes on without a restart")
    void goesAway() throws Exception {
        try (var postgres = PostgresServer.start();
                var server = start(postgres)) {
            var wire = new Wire(server.port());
            assertThat(list(wire).status()).isEqualTo(200);

            postgres.kill();
            var answers = new ConcurrentLinkedQueue<Wire.Answer>();
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 100; i++) {
                    people.execute(() -> answers.add(list(wire)));
                }
            }
            assertThat(answers).hasSize(100).allMatch(answer -> answer.status() == 503);
            assertThat(answers.element().error()).isEqualTo("503 SERVICE_UNAVAILABLE database");
            assertThat(answers.element().header("Retry-After")).isNotBlank();
            assertThat(wire.send("GET /health").body()).contains("unhealthy", "The database does not answer");
            assertThat(wire.send("GET /health/live").status()).isEqualTo(200);

            postgres.restart();
            Await.until("it goes on", BACK, () -> list(wire).status() == 200);
            assertThat(wire.send("GET /health/ready").status()).isEqualTo(200);
        }
    }

    private MediaNestServer start(PostgresServer postgres) {
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                "--server.host=127.0.0.1",
                "--server.port=0",
                "--data.dir=" + directory,
                "--admin.token=" + TOKEN,
                "--limits.api=100000/1m",
                "--database.url=" + postgres.url("public")));
    }

    private static Wire.Answer list(Wire wire) {
        try {
            return wire.send("GET /api/v1/media/requests", OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
