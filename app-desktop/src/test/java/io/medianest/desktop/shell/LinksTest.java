package io.medianest.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://youtu.be/x, https://youtu.be/x",
        "medianest:https://youtu.be/x?t=1, https://youtu.be/x?t=1",
        "medianest://https://youtu.be/x, https://youtu.be/x",
        "MediaNest:https%3A%2F%2Fyoutu.be%2Fx, https://youtu.be/x",
        "www.youtube.com/watch?v=x, www.youtube.com/watch?v=x"
    })
    @DisplayName("finds the address of a video, however it is handed over")
    void videos(String text, String address) {
        assertThat(Links.videos(text)).containsExactly(address);
        assertThat(Links.videos("\n  " + text + "  \nmore")).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "heat 1995", "medianest:status", "file:///etc/passwd", "javascript:alert(1)"})
    @DisplayName("takes nothing else for one")
    void none(String text) {
        assertThat(Links.videos(text)).isEmpty();
    }

    @Test
    @DisplayName("finds several, as browsers list them and as people write them, each once")
    void several() {
        assertThat(Links.videos("https://youtu.be/a\r\nhttps://youtu.be/b\r\nhttps://youtu.be/a\r\n"))
                .containsExactly("https://youtu.be/a", "https://youtu.be/b");
        assertThat(Links.videos("Look (https://youtu.be/a), then <https://vimeo.com/1>. Or https://x.org/w_(film)!"))
                .containsExactly("https://youtu.be/a", "https://vimeo.com/1", "https://x.org/w_(film)");
        assertThat(Links.videos("https://youtu.be/x\n".repeat(3) + "\0\uD83C\uDFAC مرحبا"))
                .hasSize(1);
    }

    @Test
    @DisplayName("finds as many as there are; of a text that is too long those at its beginning, none of them cut")
    void many() {
        List<String> many =
                IntStream.range(0, 9_000).mapToObj(i -> "https://youtu.be/" + i).toList();
        assertThat(Links.videos(String.join("\n", many.subList(0, 500)))).hasSize(500);

        List<String> begun = Links.videos(String.join("\n", many));
        assertThat(begun).hasSizeGreaterThan(2_000).isEqualTo(many.subList(0, begun.size()));
    }

    @Test
    @DisplayName("an address that is a line of its own stays as it is; one without a host is none")
    void whole() {
        assertThat(Links.videos("https://x.org/what!\nhttps://x.org/a(b)\nhttps://…\nhttps://[::1]/a"))
                .containsExactly("https://x.org/what!", "https://x.org/a(b)", "https://[::1]/a");
        assertThat(Links.videos("see https://… or https://)")).isEmpty();
    }

    @Test
    @DisplayName("what is too long is never cut within an address")
    void tooLong() {
        assertThat(Links.videos("https://youtu.be/a " + "x".repeat(99_960) + " https://youtu.be/abcdefghijklmnop"))
                .containsExactly("https://youtu.be/a");
        assertThat(Links.videos("https://youtu.be/" + "x".repeat(100_000))).isEmpty();
    }

    @Test
    @DisplayName("of several places the last is the one")
    void lastPlace() {
        assertThat(Links.lastPlace("medianest:status\nmore\nMEDIANEST:search\n"))
                .contains(new Route.Search());
        assertThat(Links.lastPlace("status")).isEmpty();
    }

    @Test
    @DisplayName("finds the way to a place, to a title and to a request")
    void places() {
        assertThat(Links.place("medianest:status")).contains(new Route.Status());
        assertThat(Links.place("medianest:title/tv/1396"))
                .contains(new Route.Details(new TitleKey(MediaType.TV, "1396")));
        assertThat(Links.place("medianest:requests/req_7")).contains(new Route.Requests("req_7"));
        assertThat(Links.place("medianest:downloads/dl_7")).contains(new Route.Downloads("dl_7"));
        assertThat(Links.place("medianest:title/book/1")).isEmpty();
        assertThat(Links.place("status")).isEmpty();
    }

    @Test
    @DisplayName("what others in the house are given opens in their browsers")
    void shared() {
        assertThat(Links.shared("http://attic:4000", new Route.Details(new TitleKey(MediaType.MOVIE, "603"))))
                .isEqualTo("http://attic:4000/#/title/movie/603");
        assertThat(Links.shared("http://attic:4000/", new Route.Requests("req_1")))
                .isEqualTo("http://attic:4000/#/requests");
        assertThat(Links.shared("http://attic:4000/", new Route.Status())).isEqualTo("http://attic:4000/");
    }
}
