package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered with 201 outlives the process that answered.
class KillTest {
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;
    private static final String FILM = "{\"tmdbId\":\"45745\",\"mediaType\":\"movie\"}";
    private static final String VIDEO = "{\"url\":\"https://youtu.be/aqz-KE-bpKQ\"}";
    private static final Duration START = Duration.ofSeconds(90);
    private static final List<String> HANDED_OVER = List.of("submitted", "downloading", "done");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        kill();
    }

    @Test
    @DisplayName("a request survives the server being killed right after its 201, and goes on after the restart")
    void survives() throws IOException, InterruptedException {
        start();
        var made = new Wire(port).sendJson("POST /api/v1/media/request", FILM, OWNER);
        kill();
        assertThat(made.status()).isEqualTo(201);
        var id = made.json().path("requestId").asText();

        start();

        Await.until("the request is handed over", () -> HANDED_OVER.contains(stage(id)));
        assertThat(stage(id)).isIn(HANDED_OVER);
    }

    @Test
    @DisplayName("a download goes on after the server was killed in the middle of it, and comes once")
    void download() throws IOException, InterruptedException {
        start();
        var made = new Wire(port).sendJson("POST /api/v1/youtube/download", VIDEO, OWNER);
        assertThat(made.status()).isEqualTo(201);
        var id = made.json().path("downloadId").asText();
        Await.until("bytes arrive", () -> download(id).path("progress").asDouble() > 0);
        kill();

        start();

        Await.until(
                "it is done", START, () -> download(id).path("status").asText().equals("completed"));
        try (var files = Files.walk(directory.resolve("data/downloads"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".mp4"))).hasSize(1);
        }
    }

    private JsonNode download(String id) {
        try {
            return new Wire(port)
                    .send("GET /api/v1/youtube/downloads/" + id, OWNER)
                    .json()
                    .path("data");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String stage(String id) {
        try {
            var answer = new Wire(port).send("GET /api/v1/media/requests/" + id, OWNER);
            assertThat(answer.status()).isEqualTo(200);
            return answer.json().path("data").path("stage").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerMain.class.getName(),
                        "--demo",
                        "--server.host=127.0.0.1",
                        "--server.port=" + port,
                        "--data.dir=" + directory.resolve("data"),
                        "--admin.token=" + TOKEN)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        Await.until("the server answers", START, this::isReady);
    }

    private boolean isReady() {
        assertThat(process.isAlive()).as("the server runs").isTrue();
        try {
            return new Wire(port).send("GET /health/ready").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
