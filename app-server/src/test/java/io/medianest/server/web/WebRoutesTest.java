package io.medianest.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.ServerUnderTest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The files of the page, as they come over the SERVER.wire().
class WebRoutesTest {
    private static final Pattern FILE = Pattern.compile("(?:[\"'](?:/web|\\.)/)([a-z]+\\.[a-z]+)[\"']");

    /// Long enough that no share comes back while it is looked at.
    @RegisterExtension
    private static final ServerUnderTest SERVER = ServerUnderTest.with("--limits.api=100/24h");

    /// The page and every file that it, or a file of its, names.
    private static Set<String> paths() throws IOException {
        var found = new HashSet<String>(Set.of("/"));
        var left = new ArrayDeque<>(found);
        while (!left.isEmpty()) {
            var names = FILE.matcher(SERVER.wire().send("GET " + left.remove()).text());
            while (names.find()) {
                var path = "/web/" + names.group(1);
                if (found.add(path)) {
                    left.add(path);
                }
            }
        }
        return found;
    }

    @Test
    @DisplayName("every file that the page names is there, typed, checked against its tag, and counted nowhere")
    void files() throws IOException {
        var paths = paths();
        assertThat(paths)
                .contains("/web/main.js", "/web/live.js", "/web/style.css", "/web/icon.svg")
                .hasSize(15);
        var before = remaining();
        for (var path : paths) {
            var answer = SERVER.wire().send("GET " + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).as(path).doesNotContain("octet-stream");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            var again = SERVER.wire().send("GET " + path, "If-None-Match: " + answer.header("ETag"));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.headers()).as(path).doesNotContainKey("content-length");
        }
        assertThat(remaining()).isEqualTo(before - 1);
    }

    private static int remaining() throws IOException {
        return Integer.parseInt(SERVER.wire().send("GET /csrf/token").header("X-RateLimit-Remaining"));
    }

    @Test
    @DisplayName("the page allows itself nothing from elsewhere and nothing inline, and contains none of either")
    void policy() throws IOException {
        var page = SERVER.wire().send("GET /");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.text())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContainPattern("<script[^>]*>[^<]");
        for (var path : paths()) {
            assertThat(SERVER.wire().send("GET " + path).text().replace("http://www.w3.org/2000/svg", ""))
                    .as(path)
                    .doesNotContainPattern("https?://[a-z]")
                    .doesNotContain("innerHTML");
        }
    }

    @Test
    @DisplayName("it is small: all of it together fits into a blink of any WLAN")
    void small() throws IOException {
        int sum = 0;
        for (var path : paths()) {
            sum += Integer.parseInt(
                    SERVER.wire().send("GET " + path, "Accept-Encoding: gzip").header("Content-Length"));
        }
        assertThat(sum).as("bytes on the wire").isLessThan(40_000);
    }

    @Test
    @DisplayName("other files are not there, and the page is no part of the API")
    void nothingElse() throws IOException {
        for (var path :
                new String[] {"/web/", "/web/nothing.js", "/web/..%2fdemo%2fcatalogue.json", "/web/WebRoutes.class"}) {
            assertThat(SERVER.wire().send("GET " + path).error())
                    .as(path)
                    .matches("40[04] (NOT_FOUND|VALIDATION_ERROR).*");
        }
        assertThat(SERVER.wire().send("GET /api/v1/").error()).startsWith("404 NOT_FOUND");
        assertThat(SERVER.wire().send("GET /api/v1/web/main.js").error()).startsWith("404 NOT_FOUND");
        assertThat(SERVER.wire().send("POST /").error()).startsWith("405 METHOD_NOT_ALLOWED");
    }
}
