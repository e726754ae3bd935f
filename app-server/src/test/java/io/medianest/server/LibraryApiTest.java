package io.medianest.server;

import static io.medianest.server.testing.Envelopes.error;
import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.testing.ServerUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The library over HTTP, with the demo's Plex server behind it.
class LibraryApiTest {

    @RegisterExtension
    private static final ServerUnderTest SERVER = ServerUnderTest.with("--demo", "--plex.webhook-secret=s3cret");

    private static JsonNode data(String path) throws IOException {
        var answer = SERVER.wire().send("GET /api/v1" + path, OWNER);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json().path("data");
    }

    @Test
    @DisplayName("a library is leafed through from the newest to the oldest, every title once")
    void pages() throws IOException {
        var first = data("/plex/libraries/1/items?limit=3");
        int pages = first.at("/pagination/totalPages").asInt();
        assertThat(pages).isGreaterThan(1);
        assertThat(first.at("/pagination/itemsPerPage").asInt()).isEqualTo(3);
        var ids = new LinkedHashSet<String>();
        var last = "9999";
        for (int page = 1; page <= pages; page++) {
            for (var item : data("/plex/libraries/1/items?limit=3&page=" + page).path("items")) {
                assertThat(ids.add(item.path("id").asText())).isTrue();
                assertThat(item.path("addedAt").asText()).isLessThanOrEqualTo(last);
                last = item.path("addedAt").asText();
            }
        }
        assertThat(ids).hasSize(first.at("/pagination/totalItems").asInt());
        assertThat(data("/plex/libraries/1/items")
                        .at("/pagination/itemsPerPage")
                        .asInt())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"1, movie", "2, show"})
    @DisplayName("what is unwatched and what is begun is part of the whole")
    void filters(String library, String type) throws IOException {
        var path = "/plex/libraries/%s/items?limit=100&sort=title:asc&filter=".formatted(library);
        int all = data(path + "all").path("items").size();
        var unwatched = data(path + "unwatched").path("items");
        assertThat(unwatched.size()).isBetween(1, all - 1);
        assertThat(unwatched).allMatch(item -> !item.path("watched").asBoolean());
        assertThat(unwatched).allMatch(item -> item.path("type").asText().equals(type));
        assertThat(data(path + "inProgress").path("items").size()).isBetween(1, unwatched.size());
        assertThat(data(path + "recentlyAdded").path("items").size()).isBetween(1, all - 1);
    }

    @Test
    @DisplayName("a poster is fetched without signing in, as a picture, and may be kept")
    void poster() throws IOException {
        var poster = data("/plex/recently-added?limit=1").at("/items/0/poster").asText();

        var answer = SERVER.wire().send("GET " + poster);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Cache-Control")).contains("max-age=");
        assertThat(answer.body()).startsWith("\u00ff\u00d8");
        assertThat(SERVER.wire()
                        .send("GET " + poster, "If-None-Match: " + answer.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("what was found says how many there are, and each opens in Plex")
    void search() throws IOException {
        var found = data("/plex/search?q=the&limit=2");
        assertThat(found.path("results")).hasSize(2);
        assertThat(found.path("totalResults").asInt()).isGreaterThan(2);
        assertThat(found.at("/results/0/plexUrl").asText()).startsWith("https://app.plex.tv/");
        assertThat(data("/plex/search?q=the&type=show").path("results"))
                .isNotEmpty()
                .allMatch(title -> title.path("type").asText().equals("show"));
    }

    @ParameterizedTest
    @CsvSource({
        "/plex/libraries/9999/items, 404 NOT_FOUND 9999",
        "/plex/libraries/1/items?sort=size:desc, 400 VALIDATION_ERROR sort",
        "/plex/libraries/1/items?sort=title, 400 VALIDATION_ERROR sort",
        "/plex/libraries/1/items?filter=some, 400 VALIDATION_ERROR filter",
        "/plex/libraries/1/items?type=tv, 400 VALIDATION_ERROR type",
        "/plex/libraries/1/items?limit=101, 400 VALIDATION_ERROR limit",
        "/plex/search, 400 VALIDATION_ERROR q",
        "/plex/search?q=x&type=tv, 400 VALIDATION_ERROR type",
        "/plex/recently-added?limit=0, 400 VALIDATION_ERROR limit",
        "/plex/image, 400 VALIDATION_ERROR path",
        "/plex/image?path=http%3A%2F%2F169.254.169.254%2F, 400 VALIDATION_ERROR path",
        "/plex/image?path=%2Flibrary%2Fsections, 400 VALIDATION_ERROR path",
        "/plex/image?path=%2Flibrary%2Fmetadata%2F1%2Fthumb%2F1&width=99999, 400 VALIDATION_ERROR width",
        "/plex/image?path=%2Flibrary%2Fmetadata%2F1%2Fthumb%2F1, 404 NOT_FOUND"
    })
    @DisplayName("what cannot be taken is refused by name")
    void refused(String path, String expected) throws IOException {
        assertThat(error(SERVER.wire().send("GET /api/v1" + path, OWNER))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plex/libraries/1/items", "/plex/search?q=a", "/plex/recently-added"})
    @DisplayName("strangers do not see what the household has")
    void strangers(String path) throws IOException {
        assertThat(error(SERVER.wire().send("GET /api/v1" + path))).startsWith("401 UNAUTHORIZED");
    }

    @Test
    @DisplayName("a webhook of Plex is taken, twice as well as once")
    void webhook() throws IOException {
        var form = """
                --x\r
                Content-Disposition: form-data; name="payload"\r
                \r
                {"event":"library.new","Metadata":{"librarySectionID":1}}\r
                --x--\r
                """;
        for (int i = 0; i < 2; i++) {
            var answer = SERVER.wire()
                    .sendBody(
                            "POST /webhooks/plex/s3cret",
                            form.getBytes(StandardCharsets.UTF_8),
                            "multipart/form-data; boundary=x");
            assertThat(answer.status()).isEqualTo(202);
        }
        var refused = SERVER.wire()
                .sendBody(
                        "POST /webhooks/plex/other",
                        form.getBytes(StandardCharsets.UTF_8),
                        "multipart/form-data; boundary=x");
        assertThat(error(refused)).isEqualTo("401 UNAUTHORIZED");
    }
}
