package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PreviewReaderTest {
    private static final VideoAddress VIDEO =
            new AddressRules(Set::of).parse("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
    private static final VideoAddress LIST =
            new AddressRules(Set::of).parse("https://www.youtube.com/playlist?list=PLabc");

    @Test
    @DisplayName("a video has the qualities of its streams, also of wide films, and no pictures among its formats")
    void video() throws IOException {
        var video = (VideoMetadata) PreviewReader.read(fields("""
                {"_type": "video", "id": "dQw4w9WgXcQ", "title": "Rain", "channel": "Slow Rivers", "duration": 61.6,
                 "is_live": false, "upload_date": "20240331", "view_count": 7, "thumbnail": "javascript:alert(1)",
                 "description": "%s", "automatic_captions": {"de": [{"url": "https://secret"}]}, "formats": [
                 {"format_id": "sb0", "ext": "mhtml", "vcodec": "none", "acodec": "none", "height": 180, "width": 320},
                 {"format_id": "140", "ext": "m4a", "vcodec": "none", "acodec": "mp4a.40.2", "filesize": 9,
                  "url": "https://secret", "http_headers": {"Cookie": "secret"}},
                 {"format_id": "134", "ext": "mp4", "vcodec": "avc1", "acodec": "none", "height": 360, "width": 640},
                 {"format_id": "137", "ext": "mp4", "vcodec": "avc1", "acodec": "none", "height": 800, "width": 1920,
                  "fps": 23.976, "filesize_approx": 1234.5},
                 {"ext": "mp4"}]}""".formatted("x".repeat(6_000))), VIDEO);

        assertThat(video.formats()).extracting("id").containsExactly("140", "134", "137");
        assertThat(video.formats().getFirst().videoCodec()).isNull();
        assertThat(video.formats().getLast().fileSize()).isEqualTo(1234);
        assertThat(video.qualities()).containsExactly(DownloadQuality.P360, DownloadQuality.P1080);
        assertThat(video.uploader()).isEqualTo("Slow Rivers");
        assertThat(video.duration()).isEqualTo(62);
        assertThat(video.thumbnail()).isNull();
        assertThat(video.live()).isFalse();
        assertThat(video.description()).hasSize(5_001);
        assertThat(video.toString()).doesNotContain("secret");
    }

    @Test
    @DisplayName("a list tells its videos with their places in it, without those that are gone")
    void list() throws IOException {
        var list = (PlaylistMetadata) PreviewReader.read(fields("""
                {"_type": "playlist", "id": "PLabc", "title": "Weather", "playlist_count": 700, "entries": [
                 {"_type": "url", "id": "aaaaaaaaaaa", "title": "Rain", "duration": 5, "url": "https://elsewhere",
                  "thumbnails": [{"url": "https://i.ytimg.com/small"}, {"url": "https://i.ytimg.com/large"}]},
                 null,
                 {"_type": "url", "id": "ccccccccccc", "title": null}]}"""), LIST);

        assertThat(list.count()).isEqualTo(700);
        assertThat(list.url()).isEqualTo("https://www.youtube.com/playlist?list=PLabc");
        assertThat(list.entries()).extracting("position").containsExactly(1, 3);
        assertThat(list.entries()).extracting("title").containsExactly("Rain", "Untitled");
        assertThat(list.entries()).extracting("thumbnail").containsExactly("https://i.ytimg.com/large", null);
        assertThat(list.entries())
                .extracting("url")
                .containsExactly(
                        "https://www.youtube.com/watch?v=aaaaaaaaaaa", "https://www.youtube.com/watch?v=ccccccccccc");
    }

    @Test
    @DisplayName("what is broadcast now is told to be live; a video that says nothing of itself has a name still")
    void bare() throws IOException {
        var live = (VideoMetadata)
                PreviewReader.read(fields("{\"id\":\"dQw4w9WgXcQ\",\"live_status\":\"is_live\"}"), VIDEO);

        assertThat(live.live()).isTrue();
        assertThat(live.id()).isEqualTo("dQw4w9WgXcQ");
        assertThat(live.title()).isEqualTo("Untitled");
        assertThat(live.formats()).isEmpty();
    }

    @Test
    @DisplayName("what has no number is no video, whatever else it says")
    void nothing() {
        assertThatThrownBy(() -> PreviewReader.read(fields("{\"surprise\":[1,2,3]}"), VIDEO))
                .isInstanceOf(UpstreamFailure.class);
    }

    private static Fields fields(String json) throws IOException {
        return Fields.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
