package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
