package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieFileTest {
    private static final String HEAD = "# Netscape HTTP Cookie File\n";
    private static final String COOKIE = ".youtube.com\tTRUE\t/\tTRUE\t1790000000\tSID\tgeheim";

    @Test
    @DisplayName("what browsers export is taken, with comments, http-only cookies and the line ends of Windows")
    void taken() {
        var exported =
                "\n# HTTP Cookie File\r\n# made by an add-on\r\n\r\n#HttpOnly_" + COOKIE + "\r\n" + COOKIE + "\r\n";

        assertThat(CookieFile.parse(exported).text().reveal())
                .isEqualTo("# HTTP Cookie File\n# made by an add-on\n\n#HttpOnly_%s\n%s\n".formatted(COOKIE, COOKIE));
        assertThat(CookieFile.parse(HEAD + "youtube.com\tFALSE\t/\tFALSE\t0\tempty\t")
                        .text())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"domain\": \".youtube.com\", \"name\": \"SID\"}]",
                "SID=geheim; HSID=more",
                COOKIE,
                HEAD,
                HEAD + "# only a comment",
                HEAD + ".youtube.com TRUE / TRUE 1790000000 SID geheim",
                HEAD + COOKIE + "\tone-too-many",
                HEAD + ".youtube.com\tTRUE\t/\tTRUE\ttomorrow\tSID\tgeheim",
                HEAD + COOKIE + "\u0000",
            })
    @DisplayName("anything else is refused, with what is wrong and without what it says")
    void refused(String text) {
        assertThatThrownBy(() -> CookieFile.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a cookies.txt")
                .message()
                .doesNotContain("geheim");
    }

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static CookieFile file(String... cookies) {
        return CookieFile.parse(HEAD + String.join("\n", cookies));
    }

    private static String cookie(String host, String name, String value, long end) {
        return "%s\tTRUE\t/\tTRUE\t%d\t%s\t%s".formatted(host, end, name, value);
    }

    @Test
    @DisplayName("what a site has renewed and added is taken over, what other hosts have set is not")
    void renewed() {
        var before = file(cookie(".youtube.com", "SID", "old", 0), cookie(".youtube.com", "GONE", "by", 1_600_000_000));
        var left = file(
                cookie(".youtube.com", "SID", "new", 1_800_000_000),
                cookie("youtube.com", "MORE", "yes", 0),
                cookie(".evil.example", "SID", "bad", 0));

        assertThat(before.renewed(left.text().reveal(), NOW))
                .isEqualTo(file(
                        cookie(".youtube.com", "SID", "new", 1_800_000_000), cookie("youtube.com", "MORE", "yes", 0)));
    }

    @Test
    @DisplayName("where one has gone that was still good, nothing is taken over; nor where nothing is new")
    void suspicious() {
        var before = file("#HttpOnly_" + cookie(".youtube.com", "SID", "old", 0), cookie(".youtube.com", "B", "1", 0));

        assertThat(before.renewed(
                        file(cookie(".youtube.com", "B", "2", 0)).text().reveal(), NOW))
                .isSameAs(before);
        var same = file(cookie(".youtube.com", "SID", "old", 0), cookie(".youtube.com", "B", "1", 0));
        assertThat(before.renewed(same.text().reveal(), NOW)).isSameAs(before);
        assertThatThrownBy(() -> before.renewed("garbage", NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the cookies of a whole browser are refused")
    void tooLong() {
        var many = HEAD + (COOKIE + "\n").repeat(CookieFile.MOST_BYTES / COOKIE.length());

        assertThatThrownBy(() -> CookieFile.parse(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at most 64 kB: export the cookies of youtube.com alone");
    }

    @Test
    @DisplayName("they do not show when settings are printed")
    void hidden() {
        assertThat(CookieFile.parse(HEAD + COOKIE).toString()).doesNotContain("geheim");
    }
}
