package io.medianest.model.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewJsonTest {
    private static final VideoMetadata RAIN = new VideoMetadata(
            "dQw4w9WgXcQ",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "Ten Minutes of Rain",
            "On a tin roof.",
            612L,
            "https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg",
            "Slow Rivers",
            LocalDate.of(2024, 3, 31),
            1_234_567L,
            false,
            List.of(DownloadQuality.P360, DownloadQuality.P1080),
            List.of(
                    new Format("18", "mp4", "360p", 640, 360, 25.0, "avc1.42001E", "mp4a.40.2", 12_345_678L),
                    new Format("251", "webm", null, null, null, null, null, "opus", null)));

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("what is behind an address is written as its golden file, and read back from it")
    void golden(String file, MediaPreview value) throws IOException {
        Golden.hold(file, value);
    }

    private static Stream<Arguments> wire() {
        var list = new PlaylistMetadata(
                "PLabc",
                "https://www.youtube.com/playlist?list=PLabc",
                "Weather",
                null,
                null,
                "Slow Rivers",
                700,
                List.of(
                        new PlaylistEntry(
                                1, RAIN.id(), RAIN.title(), 612L, RAIN.url(), "Slow Rivers", RAIN.thumbnail()),
                        new PlaylistEntry(
                                3,
                                "abcdefghijk",
                                "Fog",
                                null,
                                "https://www.youtube.com/watch?v=abcdefghijk",
                                null,
                                null)));
        return Stream.of(Arguments.of("preview-video", RAIN), Arguments.of("preview-playlist", list));
    }

    @Test
    @DisplayName("a kind of a newer server reads as a video, with what it has of one")
    void newerKind() throws IOException {
        var preview = Json.lenient()
                .readValue(
                        "{\"type\":\"podcast\",\"id\":\"1\",\"url\":\"https://a\",\"title\":\"T\",\"live\":false,"
                                + "\"qualities\":[\"9000p\"],\"formats\":[]}",
                        MediaPreview.class);

        assertThat(preview.title()).isEqualTo("T");
        assertThat(preview.type()).isEqualTo("video");
    }
}
