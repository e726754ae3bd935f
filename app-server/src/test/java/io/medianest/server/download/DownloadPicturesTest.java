package io.medianest.server.download;

import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.url;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.download.DownloadStore.Description;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.OneFeature;
import io.medianest.server.testing.Wire;
import io.medianest.server.ytdlp.VideoPictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures over the wire, with their host on loopback, which the settings name.
class DownloadPicturesTest {
    private static final String BOB = "Authorization: Bearer bob";
    private static final String PICTURE = "/vi/a.jpg";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final LoopbackService host = LoopbackService.start();

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @SuppressWarnings("NullAway.Init")
    private OneFeature server;

    /// What is loaded tells where its picture is, which is for each test to say.
    private final CountDownLatch loading = new CountDownLatch(1);

    private String id = "";

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
        desk.pictureFiles.start();
        desk.fetcher.gate = loading;
        desk.pictureHosts.add(host.url().getAuthority());
        server = OneFeature.serve(desk.feature.routes());
        id = desk.feature.downloads().make(ANN, wish(url(video(1)))).id();
    }

    @AfterEach
    void close() {
        loading.countDown();
        server.close();
        desk.close();
        host.close();
    }

    private void isAt(String address) {
        desk.database.store(DownloadStore.class).describe(new Description(id, null, null, null, address));
    }

    private Wire.Answer picture(String... headers) throws IOException {
        return server.wire().send("GET /api/v1/youtube/downloads/" + id + "/picture", headers);
    }

    @Test
    @DisplayName("a download tells where its picture is once it has one, and everybody may look at it there")
    void shown() throws IOException {
        assertThat(desk.feature.downloads().show(ANN, id).thumbnail()).isNull();
        assertThat(picture().error()).isEqualTo("404 NOT_FOUND");
        isAt(host.url() + PICTURE);
        host.on(PICTURE, new Answer(200, Map.of("Content-Type", "image/webp"), "RIFF....WEBP"));

        assertThat(desk.feature.downloads().show(ANN, id).thumbnail())
                .isEqualTo("/api/v1/youtube/downloads/%s/picture".formatted(id));
        for (var headers : new String[][] {{}, {BOB}}) {
            var answer = picture(headers);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/webp");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=86400");
            assertThat(answer.body()).isEqualTo("RIFF....WEBP");
        }
        assertThat(host.asked(PICTURE)).as("kept").hasSize(1);
        assertThat(picture("If-None-Match: " + picture().header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("a picture that is said to be inside the house is not there")
    void inside() throws IOException {
        isAt("https://127.0.0.1/secret");
        assertThat(picture().error()).isEqualTo("404 NOT_FOUND");
    }

    @Test
    @DisplayName("while its host is ill a picture is not to be had, and after a while the host is left alone")
    void outage() throws IOException {
        isAt(host.url() + PICTURE);
        host.on(PICTURE, Answer.json(500, "{}"));
        assertThat(picture().error()).isEqualTo("502 UPSTREAM_ERROR youtube-images");
        for (int i = 0; i < VideoPictures.POLICY.failures(); i++) {
            picture();
        }
        var rest = picture();
        assertThat(rest.error()).isEqualTo("503 SERVICE_UNAVAILABLE youtube-images");
        assertThat(Integer.parseInt(rest.header("Retry-After"))).isPositive();
        assertThat(host.asked(PICTURE)).hasSize(VideoPictures.POLICY.failures());
    }
}
