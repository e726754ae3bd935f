package io.medianest.server.download;

import static io.medianest.server.download.DownloadDesk.url;
import static io.medianest.server.download.DownloadDesk.video;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.testing.OneFeature;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The feature behind the real gate on a real port. A token is the name of who shows it.
class DownloadRoutesTest {
    private static final String ANN = "Authorization: Bearer ann";
    private static final String BOB = "Authorization: Bearer bob";
    private static final String ADMIN = "Authorization: Bearer admin";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @SuppressWarnings("NullAway.Init")
    private OneFeature server;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
        server = OneFeature.serve(desk.feature.routes());
    }

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    private Wire.Answer get(String path, String who) throws IOException {
        return server.wire().send("GET /api/v1/youtube" + path, who);
    }

    private Wire.Answer post(String path, String body, String who) throws IOException {
        return server.wire().sendJson("POST /api/v1/youtube" + path, body, who);
    }

    private String make(int number) throws IOException {
        return post("/download", "{\"url\":\"%s\"}".formatted(url(video(number))), ANN)
                .json()
                .at("/data/id")
                .asText();
    }

    @Test
    @DisplayName("a download is made with 201 and its address, and shown there until it is removed")
    void life() throws IOException {
        var made = post("/download", "{\"url\":\"%s\",\"quality\":\"360p\"}".formatted(url(video(1))), ANN);
        assertThat(made.status()).isEqualTo(201);
        var id = made.json().at("/data/id").asText();
        assertThat(made.header("Location")).isEqualTo("/api/v1/youtube/downloads/" + id);
        assertThat(made.json().path("downloadId").asText()).isEqualTo(id);
        assertThat(made.json().at("/data/status").asText()).isEqualTo("queued");
        assertThat(made.json().at("/data/quality").asText()).isEqualTo("360p");
        assertThat(made.json().at("/data/format").asText()).isEqualTo("mp4");

        desk.running(1).progress(50);
        var shown = get("/downloads/" + id, ANN).json().path("data");
        assertThat(shown.path("progress").asDouble()).isEqualTo(50);
        assertThat(shown.path("speedBytesPerSecond").asLong()).isEqualTo(500);
        assertThat(shown.path("speed").isTextual()).isTrue();
        assertThat(shown.path("error").isMissingNode()).isTrue();

        desk.running(1).finish();
        desk.await(id, DownloadStatus.COMPLETED);
        var again = post("/download", "{\"url\":\"%s\"}".formatted(url(video(1))), ANN);
        assertThat(again.error()).isEqualTo("409 ALREADY_DOWNLOADED " + id);
        assertThat(server.wire()
                        .send("DELETE /api/v1/youtube/downloads/%s?deleteFile=true".formatted(id), ANN)
                        .status())
                .isEqualTo(200);
        assertThat(get("/downloads/" + id, ANN).error()).isEqualTo("404 NOT_FOUND " + id);
    }

    @Test
    @DisplayName("pause, resume, retry, move and cancel answer with the download as it is then")
    void verbs() throws IOException {
        desk.concurrency = 1;
        var first = make(1);
        desk.running(1);
        make(2);
        var third = make(3);
        assertThat(statusAfter("/downloads/%s/pause".formatted(first), "")).isEqualTo("paused");
        assertThat(statusAfter("/downloads/%s/resume".formatted(first), "")).isEqualTo("queued");
        assertThat(post("/downloads/%s/move".formatted(third), "{\"to\":\"top\"}", ANN)
                        .status())
                .isEqualTo(200);
        assertThat(post("/downloads/%s/move".formatted(third), "{\"to\":\"middle\"}", ANN)
                        .error())
                .isEqualTo("400 VALIDATION_ERROR to");
        var cancelled = server.wire().send("DELETE /api/v1/youtube/downloads/" + first, ANN);
        assertThat(cancelled.json().at("/data/status").asText()).isEqualTo("cancelled");
        assertThat(statusAfter("/downloads/%s/retry".formatted(first), "")).isEqualTo("queued");
        assertThat(post("/downloads/%s/resume".formatted(first), "", ANN).error())
                .startsWith("409 INVALID_STATE");
    }

    private String statusAfter(String path, String body) throws IOException {
        return post(path, body, ANN).json().at("/data/status").asText();
    }

    @Test
    @DisplayName("saying yes or no is for admins")
    void approval() throws IOException {
        desk.needYes.add("ann");
        var wanted = make(1);
        var unwanted = make(2);
        assertThat(post("/downloads/%s/approve".formatted(wanted), "", ANN).error())
                .isEqualTo("403 FORBIDDEN");
        var approved = post("/downloads/%s/approve".formatted(wanted), "", ADMIN);
        assertThat(approved.json().at("/data/status").asText()).isEqualTo("queued");
        var denied = post("/downloads/%s/deny".formatted(unwanted), "{\"comment\":\"no\"}", ADMIN);
        assertThat(denied.json().at("/data/status").asText()).isEqualTo("denied");
        assertThat(denied.json().at("/data/error").asText()).isEqualTo("no");
    }

    @Test
    @DisplayName("lists hold one's own, by status and by page; those of others are for admins")
    void lists() throws IOException {
        desk.concurrency = 1;
        make(1);
        desk.running(1);
        make(2);
        make(3);
        var page = get("/downloads?status=queued&limit=1", ANN).json().path("data");
        assertThat(page.at("/pagination/totalItems").asInt()).isEqualTo(2);
        assertThat(page.path("downloads")).hasSize(1);
        assertThat(page.at("/queue/waiting").asInt()).isEqualTo(2);
        assertThat(titles(get("/downloads?status=downloading", ANN))).containsExactly(video(1));
        assertThat(titles(get("/downloads?status=active", ANN))).containsExactly(video(1), video(2), video(3));
        assertThat(titles(get("/downloads", BOB))).isEmpty();
        assertThat(get("/downloads?scope=all", BOB).error()).isEqualTo("403 FORBIDDEN");
        assertThat(get("/downloads?userId=ann", BOB).error()).isEqualTo("403 FORBIDDEN");
        assertThat(titles(get("/downloads?scope=all", ADMIN))).hasSize(3);
        assertThat(titles(get("/downloads?userId=bob", ADMIN))).isEmpty();
    }

    private static List<String> titles(Wire.Answer answer) throws IOException {
        var downloads = answer.json().at("/data/downloads");
        return StreamSupport.stream(downloads.spliterator(), false)
                .map(download -> download.path("videoId").asText())
                .toList();
    }

    @Test
    @DisplayName("what is behind an address is told, of a video as of a playlist")
    void metadata() throws IOException {
        desk.fetcher.video(video(1));
        desk.fetcher.playlist("PLopenmovies1", video(1), video(2));
        var one = get("/metadata?url=https://youtu.be/" + video(1), ANN).json().path("data");
        assertThat(one.path("type").asText()).isEqualTo("video");
        assertThat(one.path("title").asText()).isEqualTo("Title of " + video(1));
        var list = metadata("https://www.youtube.com/playlist%3Flist=PLopenmovies1");
        assertThat(list.path("type").asText()).isEqualTo("playlist");
        assertThat(list.path("entries")).hasSize(2);
        assertThat(list.at("/entries/1/url").asText()).isEqualTo(url(video(2)));
    }

    private JsonNode metadata(String encoded) throws IOException {
        return get("/metadata?url=" + encoded, ANN).json().path("data");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /metadata, 400 VALIDATION_ERROR url",
        "GET /metadata?url=http://169.254.169.254/latest, 400 VALIDATION_ERROR url",
        "GET /metadata?url=https://youtu.be/v0000000009, 404 NOT_FOUND",
        "GET /downloads?status=sleeping, 400 VALIDATION_ERROR status",
        "GET /downloads?page=0, 400 VALIDATION_ERROR page",
        "GET /downloads/dl_none, 404 NOT_FOUND dl_none",
        "DELETE /downloads/dl_none, 404 NOT_FOUND dl_none",
        "DELETE /downloads/dl_none?deleteFile=perhaps, 400 VALIDATION_ERROR deleteFile",
        "POST /downloads/dl_none/pause, 404 NOT_FOUND dl_none",
        "POST /downloads/dl_none/resume, 404 NOT_FOUND dl_none",
        "POST /downloads/dl_none/retry, 404 NOT_FOUND dl_none",
        "POST /downloads/dl_none/move, 400 VALIDATION_ERROR to",
        "POST /download, 400 VALIDATION_ERROR url",
    })
    @DisplayName("what makes no sense is refused, and says where")
    void refusals(String request, String error) throws IOException {
        var parts = request.split(" ", 2);
        assertThat(server.wire()
                        .send(parts[0] + " /api/v1/youtube" + parts[1], ANN)
                        .error())
                .isEqualTo(error);
    }
}
