package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.ServerProcess;
import io.medianest.server.ytdlp.Clips;
import io.medianest.server.ytdlp.VideoHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered with 201 outlives the process that answered.
class KillTest {
    private static final String FILM = "{\"tmdbId\":\"45745\",\"mediaType\":\"movie\"}";
    private static final List<String> HANDED_OVER = List.of("submitted", "downloading", "done");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("a request and a download by the real yt-dlp survive the server being killed: its process is ended and"
            + " gone on with, to one file that plays, as it was set")
    void survives() throws IOException, InterruptedException {
        var clips = Files.createDirectories(directory.resolve("clips"));
        Clips.film(clips, "ffmpeg");
        try (var world = DemoWorld.start(
                        new DemoPace(Duration.ofHours(1), Duration.ofSeconds(3)), directory.resolve("demo"));
                var host = new VideoHost(clips);
                var server = ServerProcess.in(
                        directory,
                        "--overseerr.url=" + world.overseerr(),
                        "--overseerr.api-key=" + world.overseerrApiKey(),
                        "--youtube.directory=" + directory.resolve("videos"),
                        "--youtube.min-free-space=1MB",
                        "--youtube.extra-hosts=" + host.host(),
                        "--youtube.layout=flat",
                        "--youtube.nfo")) {
            host.hold("clip.mp4");
            server.start();
            var download = begin(server, "{\"url\":\"%s\"}".formatted(host.url("clip.mp4")));
            var orphans = server.descendants();
            assertThat(orphans).isNotEmpty();
            var made = server.send("POST /api/v1/media/request", FILM);
            server.kill();
            assertThat(made.status()).isEqualTo(201);
            var request = made.json().path("requestId").asText();
            int asked = host.asked("clip.mp4").size();

            server.start();

            Await.until(
                    "its process is ended",
                    ServerProcess.PATIENCE,
                    () -> orphans.stream().noneMatch(KillTest::runs));
            Await.until(
                    "it goes on",
                    ServerProcess.PATIENCE,
                    () -> host.asked("clip.mp4").stream().skip(asked).anyMatch(again -> again.range() != null));
            host.release("clip.mp4");
            Await.until(
                    "the request is handed over",
                    ServerProcess.PATIENCE,
                    () -> HANDED_OVER.contains(get(server, "/media/requests/" + request)
                            .path("stage")
                            .asText()));
            awaitEnd(server, download);
        }
        assertOneFile();
    }

    private void assertOneFile() throws IOException, InterruptedException {
        try (var files = Files.walk(directory.resolve("videos"))) {
            var all = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString().replaceFirst("\\[[0-9a-f]{16}]", "[its id]"))
                    .containsExactly("Unknown - clip [its id].mp4", "Unknown - clip [its id].nfo");
            var streams = Clips.probe(all.getFirst());
            assertThat(streams.path("format").path("duration").asDouble()).isBetween(3.5, 4.5);
        }
    }

    /// @return the download, once bytes of it arrive
    private static String begin(ServerProcess server, String wish) throws IOException {
        var made = server.send("POST /api/v1/youtube/download", wish);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("downloadId").asText();
        Await.until(
                "bytes arrive",
                ServerProcess.PATIENCE,
                () -> download(server, id).path("progress").asDouble() > 0);
        return id;
    }

    /// One that has ended and that nobody has noticed has no command line any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    private static void awaitEnd(ServerProcess server, String id) {
        Await.until(
                "it is done",
                ServerProcess.PATIENCE,
                () -> download(server, id).path("status").asText().equals("completed"));
    }

    private static JsonNode download(ServerProcess server, String id) {
        return get(server, "/youtube/downloads/" + id);
    }

    private static JsonNode get(ServerProcess server, String path) {
        try {
            return server.send("GET /api/v1" + path).json().path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
