package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library that the demo's Plex makes from a directory of videos.
class PlexHomeVideosTest {
    private static final int VIDEOS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    @DisplayName("each video is seen when it is told of, whatever comes and goes beside it meanwhile")
    void seen() throws Exception {
        var videos = Files.createDirectories(directory.resolve("videos"));
        try (var world = DemoWorld.start(new DemoPace(Duration.ofHours(1), Duration.ZERO), directory.resolve("demo"));
                var plex = new DemoClient(
                        world.plexServer(), "Accept", "application/json", "X-Plex-Token", world.plexToken())) {
            world.videosIn(videos);
            var worker = Thread.ofVirtual().start(() -> workIn(videos));
            var place = URLEncoder.encode(videos.toString(), StandardCharsets.UTF_8);
            for (int video = 1; video <= VIDEOS; video++) {
                Files.writeString(videos.resolve("Film %d.mp4".formatted(video)), "film");
                plex.get("/library/sections/3/refresh?path=" + place);

                assertThat(plex.json("/library/sections/3/all").at("/MediaContainer/totalSize"))
                        .as("videos after %d were told of", video)
                        .hasToString(Integer.toString(video));
            }
            over.set(true);
            worker.join();
        }
    }

    @Test
    @DisplayName("a video is called as its uploader called it, not as its file")
    void title() throws Exception {
        var videos = Files.createDirectories(directory.resolve("videos"));
        Files.writeString(videos.resolve("The Attic - s2020e1213 - How a Lens Is Made [aqz-KE_bpKQ].mp4"), "film");
        try (var world = DemoWorld.start(new DemoPace(Duration.ofHours(1), Duration.ZERO), directory.resolve("demo"));
                var plex = new DemoClient(
                        world.plexServer(), "Accept", "application/json", "X-Plex-Token", world.plexToken())) {
            world.videosIn(videos);
            plex.get(
                    "/library/sections/3/refresh?path=" + URLEncoder.encode(videos.toString(), StandardCharsets.UTF_8));

            assertThat(plex.json("/library/sections/3/all")
                            .at("/MediaContainer/Metadata/0/title")
                            .asText())
                    .isEqualTo("How a Lens Is Made");
        }
    }

    /// As downloads do that begin and end all the time.
    private void workIn(Path videos) {
        try {
            var incomplete = videos.resolve(".incomplete");
            var download = incomplete.resolve("download");
            while (!over.get()) {
                var part = Files.createDirectories(download).resolve("video.part");
                Files.writeString(part, "part");
                for (var gone : List.of(part, download, incomplete)) {
                    Files.delete(gone);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
