package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.Wire;
import io.medianest.server.ytdlp.Clips;
import io.medianest.server.ytdlp.VideoHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        start("--demo");
        var made = new Wire(port).sendJson("POST /api/v1/media/request", FILM, OWNER);
        kill();
        assertThat(made.status()).isEqualTo(201);
        var id = made.json().path("requestId").asText();

        start("--demo");

        Await.until("the request is handed over", () -> HANDED_OVER.contains(stage(id)));
        assertThat(stage(id)).isIn(HANDED_OVER);
    }

    @Test
    @DisplayName("a download goes on after the server was killed in the middle of it, and comes once")
    void download() throws IOException, InterruptedException {
        start("--demo");
        var id = begin(VIDEO);
        kill();

        start("--demo");

        awaitEnd(id);
        try (var files = Files.walk(directory.resolve("data/downloads"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".mp4"))).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "with the real yt-dlp: what it was at is ended and gone on with, to one file that plays, as it was set")
    void realDownload() throws IOException, InterruptedException {
        var clips = Files.createDirectories(directory.resolve("clips"));
        Clips.make(clips, "ffmpeg");
        try (var host = new VideoHost(clips)) {
            host.hold("clip.mp4");
            var settings = new String[] {
                "--server.mdns=false",
                "--youtube.directory=" + directory.resolve("videos"),
                "--youtube.min-free-space=1MB",
                "--youtube.extra-hosts=" + host.host(),
                "--youtube.layout=flat",
                "--youtube.nfo"
            };
            start(settings);
            var id = begin("{\"url\":\"%s\"}".formatted(host.url("clip.mp4")));
            var orphans = process.descendants().toList();
            assertThat(orphans).isNotEmpty();
            kill();
            int asked = host.asked("clip.mp4").size();

            start(settings);

            Await.until("it is ended", START, () -> orphans.stream().noneMatch(KillTest::runs));
            Await.until(
                    "it goes on",
                    START,
                    () -> host.asked("clip.mp4").stream().skip(asked).anyMatch(again -> again.range() != null));
            host.release("clip.mp4");
            awaitEnd(id);
        }
        try (var files = Files.walk(directory.resolve("videos"))) {
            var named = files.filter(file -> file.getFileName().toString().startsWith("Unknown - clip ["))
                    .sorted()
                    .toList();
            assertThat(named)
                    .extracting(file -> file.getFileName().toString().replaceFirst("\\[[0-9a-f]{16}]", "[its id]"))
                    .containsExactly("Unknown - clip [its id].mp4", "Unknown - clip [its id].nfo");
            var streams = Clips.probe(named.getFirst());
            assertThat(streams.path("format").path("duration").asDouble()).isBetween(3.5, 4.5);
        }
    }

    /// @return the download, once bytes of it arrive
    private String begin(String wish) throws IOException {
        var made = new Wire(port).sendJson("POST /api/v1/youtube/download", wish, OWNER);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("downloadId").asText();
        Await.until("bytes arrive", START, () -> download(id).path("progress").asDouble() > 0);
        return id;
    }

    /// One that has ended and that nobody has noticed has no command line any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    private void awaitEnd(String id) {
        Await.until(
                "it is done", START, () -> download(id).path("status").asText().equals("completed"));
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

    private void start(String... settings) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "--server.host=127.0.0.1",
                "--server.port=" + port,
                "--data.dir=" + directory.resolve("data"),
                "--admin.token=" + TOKEN));
        command.addAll(List.of(settings));
        process = new ProcessBuilder(command)
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
