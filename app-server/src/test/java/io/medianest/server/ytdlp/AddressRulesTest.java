package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.ytdlp.VideoAddress.Kind;
import io.medianest.server.ytdlp.VideoAddress.Site;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRulesTest {
    private final AddressRules rules = new AddressRules(() -> Set.of("media.home:8080", "127.0.0.1", "[::1]:81"));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ, VIDEO, watch?v=dQw4w9WgXcQ",
        "'  https://youtube.com/watch?v=dQw4w9WgXcQ  ', VIDEO, watch?v=dQw4w9WgXcQ",
        "HTTPS://WWW.YouTube.COM/watch?v=dQw4w9WgXcQ, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=42s#top, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://music.youtube.com/watch?v=dQw4w9WgXcQ&list=RDAMVMdQw4w9WgXcQ, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=abc, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://youtu.be/-_w4w9WgXcQ, VIDEO, watch?v=-_w4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://youtube-nocookie.com/embed/dQw4w9WgXcQ/, VIDEO, watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/embed/videoseries?list=PLabc_-123, PLAYLIST, playlist?list=PLabc_-123",
        "https://www.youtube.com/playlist?list=PLabc, PLAYLIST, playlist?list=PLabc",
        "https://www.youtube.com/watch?list=PLabc, PLAYLIST, playlist?list=PLabc",
        "https://www.youtube.com/@SlowRivers, PLAYLIST, @SlowRivers/videos",
        "https://www.youtube.com/@SlowRivers/shorts, PLAYLIST, @SlowRivers/shorts",
        "https://www.youtube.com/@%D1%80%D0%B5%D0%BA%D0%B0, PLAYLIST, @%D1%80%D0%B5%D0%BA%D0%B0/videos",
        "https://www.youtube.com/channel/UCuAXFkgsw1L7xaCfnd5JJOw, PLAYLIST, channel/UCuAXFkgsw1L7xaCfnd5JJOw/videos",
        "https://www.youtube.com/c/Rivers/streams, PLAYLIST, c/Rivers/streams",
        "https://www.youtube.com/user/rivers/videos, PLAYLIST, user/rivers/videos",
    })
    @DisplayName("every spelling of an address of YouTube's is brought to one, and that one stays as it is")
    void canonical(String typed, Kind kind, String rest) {
        var address = rules.parse(typed);

        assertThat(address.canonicalUrl()).isEqualTo("https://www.youtube.com/" + rest);
        assertThat(address.kind()).isEqualTo(kind);
        assertThat(address.site()).isEqualTo(Site.YOUTUBE);
        assertThat(rules.parse(address.canonicalUrl())).isEqualTo(address);
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(
            strings = {
                // other hosts that look like it
                "https://www.youtube.com.evil.org/watch?v=dQw4w9WgXcQ",
                "https://youtube.com@evil.org/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com:pass@evil.org/watch?v=dQw4w9WgXcQ",
                "https://evil.org/watch?v=dQw4w9WgXcQ#youtube.com",
                "https://evil.org/https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://evil.org\\@www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com\\.evil.org/watch?v=dQw4w9WgXcQ",
                "https://wwwyoutube.com/watch?v=dQw4w9WgXcQ",
                "https://notyoutube.com/watch?v=dQw4w9WgXcQ",
                "https://www-youtube.com/watch?v=dQw4w9WgXcQ",
                "https://evil.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com./watch?v=dQw4w9WgXcQ",
                "https://www.youtube.co/watch?v=dQw4w9WgXcQ",
                "https://youtu.be.evil.org/dQw4w9WgXcQ",
                "https://youtube.com%2eevil.org/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com%00.evil.org/watch?v=dQw4w9WgXcQ",
                "https://www.yоutube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube。com/watch?v=dQw4w9WgXcQ",
                "https://xn--yutube-wqf.com/watch?v=dQw4w9WgXcQ",
                // people and ports before it
                "https://me@www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://me:secret@www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://@www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com:443/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com:/watch?v=dQw4w9WgXcQ",
                // other ways than the web's
                "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "ftp://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "file:///etc/passwd",
                "file://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "javascript:alert(1)",
                "data:text/html,hello",
                "ytsearch:cats",
                "ytsearch5:https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "//www.youtube.com/watch?v=dQw4w9WgXcQ",
                "www.youtube.com/watch?v=dQw4w9WgXcQ",
                "dQw4w9WgXcQ",
                "--exec",
                "-J",
                "",
                "   ",
                "https://",
                "https:///watch?v=dQw4w9WgXcQ",
                "https:www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ\n--exec",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ --exec id",
                // pages that hand on to elsewhere, or are no video
                "https://www.youtube.com/redirect?q=https://evil.org",
                "https://www.youtube.com/attribution_link?u=/watch%3Fv%3DdQw4w9WgXcQ",
                "https://www.youtube.com/",
                "https://www.youtube.com/watch",
                "https://www.youtube.com/watch/dQw4w9WgXcQ",
                "https://www.youtube.com/results?search_query=cats",
                "https://www.youtube.com/feed/subscriptions",
                "https://www.youtube.com/oembed?url=https://evil.org",
                "https://www.youtube.com/get_video_info?video_id=dQw4w9WgXcQ",
                "https://www.youtube.com/logout",
                "https://youtu.be/",
                "https://youtu.be/watch?v=dQw4w9WgXcQ/x",
                // ids that are none
                "https://www.youtube.com/watch?v=short",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQQ",
                "https://www.youtube.com/watch?v=dQw4w9WgX%2F.",
                "https://www.youtube.com/watch?v=../../../etc",
                "https://www.youtube.com/watch?v=%00%00%00%00%00%00%00%00%00%00%00",
                "https://www.youtube.com/watch?v=$(id)aaaaaa",
                "https://www.youtube.com/watch?V=dQw4w9WgXcQ",
                "https://www.youtube.com/watch?v=%zz",
                "https://www.youtube.com/shorts/../redirect?q=x",
                "https://www.youtube.com/playlist?list=",
                "https://www.youtube.com/playlist?list=a/b",
                // what the account of the cookies keeps to itself
                "https://www.youtube.com/playlist?list=WL",
                "https://www.youtube.com/watch?list=LL",
                "https://music.youtube.com/playlist?list=LM",
                "https://www.youtube.com/embed/videoseries?list=%57L",
                "https://www.youtube.com/playlist?list=LLuAXFkgsw1L7xaCfnd5JJOw",
                "https://www.youtube.com/@/videos",
                "https://www.youtube.com/@..%2f..%2fredirect",
                "https://www.youtube.com/@rivers/live",
                "https://www.youtube.com/@rivers/videos/more",
                "https://www.youtube.com/channel/",
                "https://www.youtube.com/c/@rivers",
                // hosts that are nearly allowed
                "http://media.home/clip.mp4",
                "http://media.home:8081/clip.mp4",
                "http://media.home.evil.org:8080/clip.mp4",
                "http://media.home:8080@evil.org/clip.mp4",
                "http://me@media.home:8080/clip.mp4",
                "ftp://media.home:8080/clip.mp4",
                "http://127.0.0.1:8080/clip.mp4",
                "http://127.0.0.1.evil.org/clip.mp4",
                "http://2130706433/clip.mp4",
                "http://0x7f.1/clip.mp4",
                "http://[::1]/clip.mp4",
                "http://localhost/clip.mp4",
            })
    @DisplayName("whatever only looks like an address that is allowed is refused with a sentence")
    void refused(String typed) {
        assertThatThrownBy(() -> rules.parse(typed)).isInstanceOfSatisfying(MediaNestException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
            assertThat(e.details()).isEqualTo("url");
            assertThat(e.getMessage()).matches("[A-Z].{20,}");
        });
    }

    @Test
    @DisplayName("an address without end is refused")
    void tooLong() {
        assertThatThrownBy(() -> rules.parse("https://www.youtube.com/watch?v=dQw4w9WgXcQ&x=" + "a".repeat(5_000)))
                .hasMessage("The address is too long");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://media.home:8080/a/b.mp4?x=1&y=2#part, http://media.home:8080/a/b.mp4?x=1&y=2",
        "https://MEDIA.home:8080/a/../B.mp4, https://media.home:8080/B.mp4",
        "http://127.0.0.1, http://127.0.0.1/",
        "http://[::1]:81/clip.mp4, http://[::1]:81/clip.mp4",
    })
    @DisplayName(
            "hosts that the keeper names are allowed, with their port and nothing else; the id tells addresses apart")
    void extra(String typed, String canonical) {
        var address = rules.parse(typed);

        assertThat(address.canonicalUrl()).isEqualTo(canonical);
        assertThat(address.site()).isEqualTo(Site.EXTRA);
        assertThat(address.id()).matches("[0-9a-f]{16}");
        assertThat(rules.parse(address.canonicalUrl())).isEqualTo(address);
        assertThat(rules.parse(canonical + "x").id()).isNotEqualTo(address.id());
    }
}
