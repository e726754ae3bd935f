package io.medianest.server;

import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.ServerUnderTest;
import io.medianest.server.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the keeper of a running server sees and does.
class AdminTest {

    @RegisterExtension
    private final ServerUnderTest server = ServerUnderTest.with("--youtube.yt-dlp=/nowhere/yt-dlp");

    @Test
    @DisplayName("the figures name routes as the table has them, services, jobs, copies, connections and the machine")
    void metrics() throws IOException {
        assertThat(server.wire().send("GET /api/v1/media/requests/req_1", OWNER).status())
                .isEqualTo(404);
        assertThat(server.wire().send("GET /no/such/address").status()).isEqualTo(404);
        assertThat(server.wire().send("BREW /coffee").status()).isEqualTo(404);

        var answer = server.wire().send("GET /metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text())
                .contains(
                        "medianest_http_replies_total{method=\"GET\",route=\"/media/requests/{id}\",status=\"4xx\"} 1.0")
                .contains("medianest_http_request_seconds_count{method=\"OTHER\",route=\"OTHER\"} 2")
                .containsPattern(
                        "medianest_http_request_seconds_bucket\\{method=\"GET\",route=\"/media/requests/\\{id}\",le=\"0.05\"} \\d")
                .contains("medianest_errors_total{code=\"NOT_FOUND\",kind=\"client\"}")
                .contains("medianest_breaker_state{service=\"plex\"} 0.0")
                .contains("medianest_outside_calls_running{service=\"youtube\"}")
                .contains("medianest_dead_letters{work=\"jobs\"} 0.0")
                .contains("medianest_database_connections{state=\"waited for\"}")
                .contains("jvm_gc_collection_seconds_count")
                .contains("jvm_threads_current")
                .contains("process_open_fds")
                .contains("medianest_job_queue_age_seconds 0.0")
                .contains("medianest_dead_letters{work=\"downloads\"} 0.0")
                .contains("medianest_database_connections{state=\"active\"}")
                .contains("medianest_sockets 0.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("req_1")
                .doesNotContain("BREW")
                .doesNotContain("/no/such/address");
    }

    @Test
    @DisplayName("the figures are for this machine and for admins, not for those whom a proxy lets through")
    void whoSeesMetrics() throws IOException {
        var forwarded = "X-Forwarded-For: 203.0.113.7";
        assertThat(server.wire().send("GET /metrics", forwarded).error()).isEqualTo("401 UNAUTHORIZED");
        assertThat(server.wire().send("GET /metrics", forwarded, OWNER).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("the statistics count people and requests, and say what the data take")
    void stats() throws IOException {
        var stats = server.wire().send("GET /api/v1/admin/stats", OWNER).json().path("data");

        assertThat(stats.at("/versions/medianest").asText()).isNotBlank();
        assertThat(stats.at("/versions/database").asText())
                .startsWith(TestDatabase.isEmbedded() ? "H2 " : "PostgreSQL ");
        assertThat(stats.at("/users/active").asInt()).isEqualTo(1);
        assertThat(stats.path("downloads").isObject()).isTrue();
        assertThat(stats.path("deadLetters").toString()).isEqualTo("{\"downloads\":0,\"jobs\":0}");
        assertThat(stats.at("/storage/database").asLong()).isGreaterThanOrEqualTo(TestDatabase.isEmbedded() ? 1 : 0);
        assertThat(stats.at("/storage/data").asLong())
                .isGreaterThanOrEqualTo(stats.at("/storage/database").asLong());
        assertThat(stats.at("/storage/free").asLong()).isPositive();
        assertThat(server.wire().send("GET /admin/stats").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("a backup is made, fetched and restored: at the next start everything is as it was")
    void backup() throws IOException {
        assertThat(makeToken("Kitchen")).isEqualTo(201);
        var made = server.wire().send("POST /api/v1/admin/backup", OWNER);
        assertThat(made.status()).isEqualTo(201);
        var name = made.json().at("/data/name").asText();
        assertThat(made.header("Location")).isEqualTo("/api/v1/admin/backups/" + name);
        assertThat(makeToken("Bathroom")).isEqualTo(201);

        var list = server.wire().send("GET /admin/backups", OWNER).json().at("/data/backups");
        assertThat(list.findValuesAsText("name")).containsExactly(name);
        var fetched = server.wire().send("GET /admin/backups/" + name, OWNER);
        assertThat(fetched.header("Content-Disposition")).contains(name);
        assertThat(fetched.body())
                .hasSize((int) Files.size(server.data().resolve("backups").resolve(name)));
        assertThat(server.wire().send("HEAD /admin/backups/" + name, OWNER).status())
                .isEqualTo(200);

        var restore = server.wire().sendJson("POST /admin/restore", "{\"name\":\"%s\"}".formatted(name), OWNER);
        if (!TestDatabase.isEmbedded()) {
            assertThat(restore.error()).isEqualTo("409 INVALID_STATE " + name);
            return;
        }
        assertThat(restore.status()).isEqualTo(202);
        assertThat(restore.json().at("/data/restartNeeded").asBoolean()).isTrue();
        server.restart();

        assertThat(server.wire().send("GET /admin/tokens", OWNER).json().findValuesAsText("name"))
                .containsExactly("Kitchen");
    }

    private int makeToken(String name) throws IOException {
        return server.wire()
                .sendJson("POST /api/v1/admin/tokens", "{\"name\":\"%s\"}".formatted(name), OWNER)
                .status();
    }

    @Test
    @DisplayName("a backup that there is not is neither fetched nor restored")
    void noBackup() throws IOException {
        assertThat(server.wire()
                        .send("GET /admin/backups/medianest-1.zip", OWNER)
                        .error())
                .isEqualTo("404 NOT_FOUND medianest-1.zip");
        assertThat(server.wire()
                        .sendJson("POST /admin/restore", "{\"name\":\"../x\"}", OWNER)
                        .error())
                .isEqualTo("404 NOT_FOUND ../x");
        assertThat(server.wire().sendJson("POST /admin/restore", "{}", OWNER).error())
                .isEqualTo("400 VALIDATION_ERROR name");
    }

    @Test
    @DisplayName("failed work can be asked for, run again and thrown away")
    void deadLetters() throws IOException {
        var list = server.wire().send("GET /admin/dead-letters", OWNER).json().path("data");
        assertThat(list.path("deadLetters")).isEmpty();
        assertThat(list.at("/pagination/totalItems").asInt(1)).isZero();
        assertThat(server.wire().send("POST /admin/dead-letters/7/retry", OWNER).error())
                .isEqualTo("404 NOT_FOUND 7");
        assertThat(server.wire().send("DELETE /admin/dead-letters/7", OWNER).error())
                .isEqualTo("404 NOT_FOUND 7");
        for (var all : new String[] {"POST /admin/dead-letters/retry", "DELETE /admin/dead-letters"}) {
            assertThat(server.wire().send(all, OWNER).json().at("/data/count").asInt(1))
                    .isZero();
        }
    }

    @Test
    @DisplayName("a service that is set up but does not answer makes the server degraded, and health says which")
    void degraded() throws IOException {
        assertThat(health().has("problems")).isFalse();
        var settings = "{\"uptime-kuma.url\":\"http://127.0.0.1:%d\"}".formatted(freePort());
        assertThat(server.wire()
                        .sendJson("PUT /admin/settings", settings, OWNER)
                        .status())
                .isEqualTo(200);

        Await.until(
                "the failure is noticed", () -> health().path("status").asText().equals("degraded"));
        assertThat(health().path("problems").toString()).isEqualTo("[\"Uptime Kuma does not answer\"]");
        assertThat(server.wire().send("GET /health/live").status()).isEqualTo(200);
        assertThat(server.wire().send("GET /health/ready").status()).isEqualTo(200);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private JsonNode health() {
        try {
            return server.wire().send("GET /health").json().path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
