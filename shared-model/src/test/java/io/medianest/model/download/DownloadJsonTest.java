package io.medianest.model.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DownloadJsonTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = Instant.parse("2026-01-02T03:09:05.250Z");

    private static final Download RUNNING = new Download(
            "dl_1",
            DownloadKind.VIDEO,
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            "aqz-KE-bpKQ",
            "Big Buck Bunny",
            "Blender",
            "https://i.ytimg.com/vi/aqz-KE-bpKQ/hq720.jpg",
            635L,
            DownloadStatus.DOWNLOADING,
            DownloadQuality.P1080,
            DownloadFormat.MP4,
            64.2,
            "8.2 MB/s",
            "01:12",
            8_200_000L,
            72L,
            1_700_000_000L,
            1_091_400_000L,
            null,
            null,
            null,
            1,
            null,
            "dl_9",
            7,
            null,
            "usr_1",
            "mia",
            THEN,
            LATER,
            LATER,
            null,
            3);

    private static final Download PLAYLIST = new Download(
            "dl_9",
            DownloadKind.PLAYLIST,
            "https://www.youtube.com/playlist?list=PLopen",
            "PLopen",
            null,
            null,
            null,
            null,
            DownloadStatus.FAILED,
            DownloadQuality.BEST,
            DownloadFormat.MP3,
            91.7,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "One of 12 videos could not be loaded.",
            0,
            null,
            null,
            null,
            new PlaylistItems(12, 11, 0, 0, 1, 0),
            "usr_1",
            null,
            THEN,
            LATER,
            null,
            LATER,
            9);

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold("download-" + file, value);
    }

    private static Stream<Arguments> wire() {
        var tools = new DownloadTools(
                new DownloadTool("2026.08.12", "/usr/bin/yt-dlp", 101L),
                new DownloadTool("7.1.1-static", "/usr/bin/ffmpeg", null),
                null,
                false,
                true,
                List.of(new UpdateAdvice("macos", "On macOS: run brew upgrade yt-dlp.")));
        return Stream.of(
                Arguments.of("tools", tools),
                Arguments.of(
                        "tools-missing", new DownloadTools(null, null, "Install yt-dlp.", false, false, List.of())),
                Arguments.of("running", RUNNING),
                Arguments.of("playlist", PLAYLIST),
                Arguments.of(
                        "page",
                        new DownloadPage(
                                List.of(),
                                Pagination.of(new PageQuery(1, 20), 0),
                                new DownloadQueueState(2, 3, 4, 412_000_000_000L, "The disk is full."))),
                Arguments.of(
                        "new",
                        new NewDownload(
                                "https://youtu.be/aqz-KE-bpKQ",
                                DownloadQuality.WORST,
                                DownloadFormat.FLAC,
                                List.of(1, 3),
                                true)),
                Arguments.of("move", new DownloadMove(DownloadMove.Place.TOP, null)));
    }

    @Test
    @DisplayName("a wish needs nothing but its address; words that are not known are refused")
    void wish() throws JsonProcessingException {
        var read = Json.strict().readValue("{\"url\":\"https://youtu.be/x\"}", NewDownload.class);
        assertThat(read).isEqualTo(new NewDownload("https://youtu.be/x", null, null, null, null));
        assertThatThrownBy(() -> Json.strict().readValue("{\"quality\":\"999p\"}", NewDownload.class))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    @DisplayName("a client survives a status that it does not know yet")
    void newerServer() throws IOException {
        var text = new String(Golden.read("download-running"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"downloading\"", "\"converting\"");
        assertThat(Json.lenient().readValue(text, Download.class).status()).isEqualTo(DownloadStatus.UNKNOWN);
    }
}
