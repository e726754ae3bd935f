package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YtDlpCommandTest {
    private static final VideoAddress VIDEO = address("https://www.youtube.com/watch?v=dQw4w9WgXcQ");

    private final YtDlpCommand command = new YtDlpCommand(Path.of("yt-dlp"), Path.of("cache"), null);

    @Test
    @DisplayName(
            "whatever is asked of it: no configuration, no proxy, only YouTube's extractors, the address behind --")
    void careful() {
        var list = address("https://www.youtube.com/playlist?list=PLabc");
        var download = command.download(order(VIDEO, Extras.NONE), Path.of("ffmpeg"), null);
        for (var words : List.of(command.describe(VIDEO), command.describe(list), download)) {
            assertThat(words).contains("--ignore-config");
            assertThat(words).containsSequence("--use-extractors", "youtube.*");
            assertThat(words).contains("--proxy=").doesNotContain("");
            assertThat(words.get(words.size() - 2)).isEqualTo("--");
            assertThat(words.getLast()).startsWith("https://www.youtube.com/");
        }
        assertThat(download).contains("--no-exec").containsSequence("-o", "media.%(ext)s");
        assertThat(command.describe(list)).contains("--flat-playlist").containsSequence("--playlist-items", "1:500");
        assertThat(command.describe(list, 501, 1500)).containsSequence("--playlist-items", "501:1500");
        assertThat(command.describe(VIDEO)).contains("--no-playlist").doesNotContain("--flat-playlist");
    }

    @Test
    @DisplayName("other hosts are met by the generic extractor alone")
    void extraHost() {
        var address = new AddressRules(() -> Set.of("media.home")).parse("http://media.home/clip.mp4");

        assertThat(command.describe(address)).containsSequence("--use-extractors", "generic");
    }

    @Test
    @DisplayName("what is wanted beside the file becomes options; a speed limit and cookies too")
    void extras() {
        var extras = new Extras(EnumSet.allOf(Extra.class), List.of("en", "pt-BR"));
        var cookies = Path.of("private", "cookies.txt");
        var signedIn = new YtDlpCommand(Path.of("yt-dlp"), Path.of("cache"), cookies);

        var words = signedIn.download(order(VIDEO, extras), Path.of("/opt/ffmpeg"), 2_000_000L);

        assertThat(words)
                .contains("--embed-metadata", "--embed-thumbnail", "--write-thumbnail")
                .containsSequence("--embed-subs", "--sub-langs", "en,pt-BR")
                .containsSequence("--sponsorblock-remove", "sponsor")
                .containsSequence("--limit-rate", "2000000")
                .containsSequence("--ffmpeg-location", Path.of("/opt/ffmpeg").toString())
                .containsSequence("--cookies", cookies.toString());
        assertThat(signedIn.describe(VIDEO)).containsSequence("--cookies", cookies.toString());
        assertThat(command.describe(VIDEO)).doesNotContain("--cookies");
    }

    @Test
    @DisplayName("a language is a language and no way to smuggle options in")
    void languages() {
        assertThatThrownBy(() -> new Extras(Set.of(Extra.SUBTITLES), List.of("en,--exec")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extras(Set.of(Extra.SUBTITLES), List.of(".*")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "P720;MP4;bv*[height<=?720][ext=mp4]+ba[ext=m4a]/b[height<=?720][ext=mp4]/bv*[height<=?720]+ba/b[height<=?720]/wv*+ba/w",
                "P2160;MP4;bv*[height<=?2160][height>1080]+ba[ext=m4a]/bv*[height<=?2160][ext=mp4]+ba[ext=m4a]/b[height<=?2160][ext=mp4]/bv*[height<=?2160]+ba/b[height<=?2160]/wv*+ba/w",
                "BEST;MKV;bv*+ba/b/wv*+ba/w",
                "WORST;MP4;wv*+ba/w",
                "P480;WEBM;bv*[height<=?480][ext=webm]+ba[ext=webm]/b[height<=?480][ext=webm]/wv*[ext=webm]+ba[ext=webm]/w[ext=webm]",
                "P480;MP3;ba/b",
                "BEST;M4A;ba[ext=m4a]/ba/b",
            })
    @DisplayName("quality and format say which streams are taken")
    void streams(DownloadQuality quality, DownloadFormat format, String selector) {
        assertThat(StreamSelector.of(new Selection(quality, format))).isEqualTo(selector);
    }

    private static FetchOrder order(VideoAddress address, Extras extras) {
        return new FetchOrder(
                address,
                new Selection(DownloadQuality.P720, DownloadFormat.MP4),
                Path.of("home"),
                Path.of("temp"),
                Naming.PLEX,
                extras,
                null);
    }

    private static VideoAddress address(String url) {
        return new AddressRules(Set::of).parse(url);
    }
}
