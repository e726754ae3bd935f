package io.medianest.server;

import static io.medianest.server.testing.Envelopes.error;
import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static io.medianest.server.testing.ServerUnderTest.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.ServerUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever clients send: the documented error in the envelope, never a page, a trace or silence.
class BadInputTest {
    private static final String SESSION = "GET /api/v1/auth/session";
    private static final String MAKE = "POST /api/v1/media/request";
    private static final String FILM = "{\"tmdbId\":\"45745\",\"mediaType\":\"movie\"}";

    @RegisterExtension
    private static final ServerUnderTest SERVER = ServerUnderTest.with("--demo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1",
                "/api/v1/nothing",
                "/nothing",
                "/api/v2/health",
                "/api/v1/health/",
                "/api/v1/media/requests/x/y/z",
                "/index.html",
                "/.env",
                "/api/v1/%00",
                "/api/v1/%2e%2e/%2e%2e/etc/passwd",
                "/../../etc/passwd",
                "/api/v1/media/images/w342/..%2f..%2fmedianest.yaml"
            })
    @DisplayName("an address that leads nowhere says so")
    void nowhere(String path) throws IOException {
        assertThat(error(SERVER.wire().send("GET " + path, OWNER))).matches("40[04] (NOT_FOUND|VALIDATION_ERROR).*");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/v1/media/search, 'GET, HEAD'",
        "DELETE, /health, 'GET, HEAD'",
        "GET, /api/v1/media/request, POST",
        "PUT, /api/v1/media/requests/req_1, 'DELETE, GET, HEAD'",
        "OPTIONS, /api/v1/media/requests, 'GET, HEAD'",
        "OPTIONS, /api/v1/media/request, POST",
        "TRACE, /api/v1/health, 'GET, HEAD'",
        "GET, /webhooks/overseerr, POST",
        "BREW, /api/v1/auth/session, 'GET, HEAD'"
    })
    @DisplayName("a method that an address does not take is refused with those that it takes")
    void methods(String method, String path, String allowed) throws IOException {
        var answer = SERVER.wire().send(method + " " + path, OWNER);

        assertThat(error(answer)).isEqualTo("405 METHOD_NOT_ALLOWED allowed: " + allowed);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    @DisplayName("HEAD is answered without a body, as HTTP wants it")
    void head() throws IOException {
        for (var path : new String[] {"/health", "/api/v1/nothing", "/api/v1/media/requests"}) {
            var answer = SERVER.wire().send("HEAD " + path, OWNER);
            assertThat(answer.status()).as(path).isIn(200, 404, 405);
            assertThat(answer.body()).as(path).isEmpty();
            assertThat(answer.header("X-Correlation-Id")).isNotBlank();
        }
    }

    @Test
    @DisplayName("a body over 1 MB is refused, whether or not its length was announced, and the last byte counts")
    void tooLarge() throws IOException {
        var large = ("{\"comment\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(error(SERVER.wire().sendBody(MAKE, large, "application/json", OWNER)))
                .isEqualTo("413 PAYLOAD_TOO_LARGE");
        var chunked = SERVER.wire().sendChunked(MAKE, large, OWNER);
        assertThat(error(chunked)).isEqualTo("413 PAYLOAD_TOO_LARGE");
        assertThat(chunked.header("Connection")).isEqualToIgnoringCase("close");

        assertThat(error(SERVER.wire().sendJson(MAKE, sized(1_000_001), OWNER))).isEqualTo("413 PAYLOAD_TOO_LARGE");
        assertThat(error(SERVER.wire().sendJson(MAKE, sized(1_000_000), OWNER)))
                .isEqualTo("400 VALIDATION_ERROR tmdbId");
    }

    private static String sized(int bytes) {
        return "{\"x\":\"" + "y".repeat(bytes - 8) + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    @DisplayName("a body that is not JSON by its own word is refused")
    void mediaType(String type) throws IOException {
        assertThat(error(SERVER.wire().sendBody(MAKE, FILM.getBytes(StandardCharsets.UTF_8), type, OWNER)))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE Content-Type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{\"tmdbId\":",
                "{\"tmdbId\":\"603\"",
                "{\"tmdbId\":\"603\",}",
                "{tmdbId:\"603\"}",
                "{'tmdbId':'603'}",
                "{\"tmdbId\":tru}",
                "{\"tmdbId\":\"6\n03\"}",
                "{\"tmdbId\":\"\\q\"}",
                "{\"tmdbId\":\"603\",\"tmdbId\":\"604\"}",
                "{\"other\":{\"a\":1,\"a\":2}}",
                "{}]",
                "not json",
                "<xml/>",
                "\u0000",
                "{\"seasons\":[1,2"
            })
    @DisplayName("what is no JSON is malformed")
    void malformed(String json) throws IOException {
        assertThat(error(SERVER.wire().sendJson(MAKE, json, OWNER))).startsWith("400 MALFORMED_REQUEST");
    }

    @Test
    @DisplayName("text that is no UTF-8, and JSON that is nested without end, is malformed")
    void malformedBytes() throws IOException {
        var latin = "{\"tmdbId\":\"\u00e4\u00f6\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(error(SERVER.wire().sendBody(MAKE, latin, "application/json", OWNER)))
                .startsWith("400 MALFORMED_REQUEST");
        var deep = "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertThat(error(SERVER.wire().sendJson(MAKE, deep, OWNER))).startsWith("400 MALFORMED_REQUEST");
        assertThat(error(SERVER.wire().sendJson(MAKE, "[".repeat(100_000), OWNER)))
                .matches("400 (MALFORMED|VALIDATION).*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} {}                                                                   | body",
                "null                                                                    | body",
                "[]                                                                      | body",
                "42                                                                      | body",
                "true                                                                    | body",
                "{}                                                                      | tmdbId",
                "{\"tmdbId\":null,\"mediaType\":\"movie\"}                               | tmdbId",
                "{\"tmdbId\":{},\"mediaType\":\"movie\"}                                 | tmdbId",
                "{\"tmdbId\":\"abc\",\"mediaType\":\"movie\"}                            | tmdbId",
                "{\"tmdbId\":\"603\"}                                                    | mediaType",
                "{\"tmdbId\":\"603\",\"mediaType\":\"film\"}                             | mediaType",
                "{\"tmdbId\":\"603\",\"mediaType\":0}                                    | mediaType",
                "{\"tmdbId\":\"603\",\"mediaType\":\"unknown\"}                          | mediaType",
                "{\"tmdbId\":\"603\",\"mediaType\":\"movie\",\"quality\":\"8K\"}         | quality",
                "{\"tmdbId\":\"603\",\"mediaType\":\"movie\",\"quality\":1080}           | quality",
                "{\"tmdbId\":\"603\",\"mediaType\":\"movie\",\"comment\":[\"a\"]}        | comment",
                "{\"tmdbId\":\"603\",\"mediaType\":\"movie\",\"seasons\":[1]}            | seasons",
                "{\"tmdbId\":\"603\",\"mediaType\":\"tv\",\"seasons\":1}                 | seasons",
                "{\"tmdbId\":\"603\",\"mediaType\":\"tv\",\"seasons\":[1.5]}             | seasons[0]",
                "{\"tmdbId\":\"603\",\"mediaType\":\"tv\",\"seasons\":[\"1\"]}           | seasons[0]",
                "{\"tmdbId\":\"603\",\"mediaType\":\"tv\",\"seasons\":[1,null]}          | seasons",
                "{\"tmdbId\":\"603\",\"mediaType\":\"tv\",\"seasons\":[99999999999]}     | seasons[0]",
                "{\"tmdbId\":\"603\",\"mediaType\":\"tv\",\"seasons\":[1e999999999]}     | seasons[0]"
            })
    @DisplayName("a value of the wrong kind, or one that is missing, is named")
    void wrongValues(String json, String field) throws IOException {
        assertThat(error(SERVER.wire().sendJson(MAKE, json, OWNER))).isEqualTo("400 VALIDATION_ERROR " + field);
    }

    @Test
    @DisplayName("a comment of more than 500 characters is refused")
    void longComment() throws IOException {
        var json = FILM.replace("}", ",\"comment\":\"" + "x".repeat(501) + "\"}");
        assertThat(error(SERVER.wire().sendJson(MAKE, json, OWNER))).isEqualTo("400 VALIDATION_ERROR comment");
    }

    @ParameterizedTest
    @CsvSource({
        "/media/requests?page=0, page",
        "/media/requests?page=-1, page",
        "/media/requests?page=x, page",
        "/media/requests?page=1.5, page",
        "/media/requests?page=99999999999999, page",
        "/media/requests?limit=0, limit",
        "/media/requests?limit=101, limit",
        "/media/requests?pageSize=101, pageSize",
        "/media/requests?status=open, status",
        "/media/requests?status=unknown, status",
        "/media/requests?mediaType=film, mediaType",
        "/media/requests?sort=title;DROP, sort",
        "/media/requests?scope=others, scope",
        "/media/search, q",
        "/media/search?q=, q",
        "/media/search?q=%20%20, q",
        "/media/search?q=a&type=film, type",
        "/media/search?q=a&page=0, page",
        "/media/search?q=a&language=deutsch, language",
        "/media/search?q=a&language=1, language",
        "/media/movie/abc, tmdbId",
        "/media/movie/-1, tmdbId",
        "/media/tv/99999999999999999999, tmdbId",
        "/dashboard/status/plex/history?window=1y, window"
    })
    @DisplayName("a parameter that cannot be taken is named")
    void wrongParameters(String path, String parameter) throws IOException {
        assertThat(error(SERVER.wire().send("GET /api/v1" + path, OWNER)))
                .isEqualTo("400 VALIDATION_ERROR " + parameter);
    }

    @Test
    @DisplayName("searches of more than 200 characters are refused")
    void longSearches() throws IOException {
        var words = "x".repeat(201);
        assertThat(error(SERVER.wire().send("GET /api/v1/media/search?q=" + words, OWNER)))
                .isEqualTo("400 VALIDATION_ERROR q");
        assertThat(error(SERVER.wire().send("GET /api/v1/media/requests?search=" + words, OWNER)))
                .isEqualTo("400 VALIDATION_ERROR search");
    }

    @Test
    @DisplayName("what does not exist is not found, behind a good address as well")
    void unknownThings() throws IOException {
        assertThat(error(SERVER.wire().send("GET /api/v1/media/requests/req_none", OWNER)))
                .isEqualTo("404 NOT_FOUND req_none");
        assertThat(error(SERVER.wire()
                        .send("DELETE /api/v1/media/requests/req_none", OWNER, "Content-Type: application/json")))
                .isEqualTo("404 NOT_FOUND req_none");
        assertThat(error(SERVER.wire().send("POST /api/v1/media/requests/req_none/approve", OWNER)))
                .isEqualTo("404 NOT_FOUND req_none");
        assertThat(error(SERVER.wire().send("GET /api/v1/dashboard/status/nothing/history", OWNER)))
                .isEqualTo("404 NOT_FOUND nothing");
        assertThat(error(SERVER.wire().send("GET /api/v1/media/movie/4040404", OWNER)))
                .startsWith("404 NOT_FOUND");
        assertThat(error(SERVER.wire().sendJson(MAKE, FILM.replace("45745", "4040404"), OWNER)))
                .startsWith("404 NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/media/movie/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/media/search?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/media/search?q=%f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHo st: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
                "GET\r\n\r\n"
            })
    @DisplayName("what is no HTTP, or hardly, is refused without a route being asked")
    void garbage(String bytes) throws IOException {
        assertThat(error(SERVER.wire().raw(bytes))).startsWith("400 MALFORMED_REQUEST");
    }

    @Test
    @DisplayName("even noise gets an answer, and the server goes on")
    void noise() throws IOException {
        assertThat(error(SERVER.wire().raw("hello, is anybody there?\r\n\r\n"))).isEqualTo("400 MALFORMED_REQUEST");
        assertThat(SERVER.wire().send("GET /health/live").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("addresses and headers without end are refused")
    void endless() throws IOException {
        assertThat(error(SERVER.wire().send("GET /api/v1/media/search?q=" + "x".repeat(100_000), OWNER)))
                .startsWith("400 MALFORMED_REQUEST");
        assertThat(error(SERVER.wire().send("GET /health", "X-Long: " + "x".repeat(100_000))))
                .startsWith("400 MALFORMED_REQUEST");
    }

    @Test
    @DisplayName("a webhook without the secret, or with a wrong one, is refused")
    void webhook() throws IOException {
        assertThat(error(SERVER.wire().sendJson("POST /api/v1/webhooks/overseerr", "{}")))
                .isEqualTo("401 UNAUTHORIZED");
        assertThat(error(SERVER.wire().sendJson("POST /api/v1/webhooks/overseerr", "{}", "Authorization: wrong")))
                .isEqualTo("401 UNAUTHORIZED");
        assertThat(error(SERVER.wire().sendJson("POST /webhooks/overseerr/wrong", "{}")))
                .isEqualTo("401 UNAUTHORIZED");
    }

    @Test
    @DisplayName("a credential that is missing, made up, signed by others or by nobody is refused, each in its words")
    void credentials() throws IOException {
        assertThat(error(SERVER.wire().send(SESSION))).isEqualTo("401 UNAUTHORIZED");
        assertThat(error(SERVER.wire().send(SESSION, "Authorization: Basic cm9iaW46cm9iaW4=")))
                .isEqualTo("401 UNAUTHORIZED");
        var claims =
                "{\"iss\":\"medianest\",\"aud\":\"medianest-users\",\"sub\":\"usr_1\",\"sid\":\"ses_1\",\"exp\":4102444800}";
        for (var token : new String[] {
            "garbage",
            "a.b.c",
            "x".repeat(5_000),
            jwt("{\"alg\":\"HS256\"}", claims, "signed by somebody else, 32 bytes"),
            jwt("{\"alg\":\"none\"}", claims, ""),
            jwt("{\"alg\":\"RS256\"}", claims, "no key of ours"),
            "mnt_" + "A".repeat(43),
            TOKEN + "x"
        }) {
            assertThat(error(SERVER.wire().send(SESSION, "Authorization: Bearer " + token)))
                    .as(token)
                    .isEqualTo("401 UNAUTHORIZED INVALID_TOKEN");
        }
        assertThat(error(SERVER.wire().send(SESSION, "Cookie: medianest_session=garbage")))
                .isEqualTo("401 UNAUTHORIZED INVALID_TOKEN");
        assertThat(error(SERVER.wire().send(SESSION, "Cookie: medianest_session=" + TOKEN)))
                .as("a cookie is never an API token")
                .isEqualTo("401 UNAUTHORIZED INVALID_TOKEN");
    }

    private static String jwt(String header, String claims, String signature) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return Stream.of(header, claims, signature)
                .map(part -> base64.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    @Test
    @DisplayName("a signed-in browser needs the CSRF token for changes, and the role for what admins do")
    void rights() throws IOException, InterruptedException {
        var pin = SERVER.wire()
                .sendJson("POST /api/v1/auth/plex/pin", "{}")
                .json()
                .path("data");
        try (var browser = HttpClient.newHttpClient()) {
            var address = pin.path("authUrl").asText().replaceFirst("/?#\\?", "?");
            var page = browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(page.statusCode()).isEqualTo(200);
        }
        var signIn = SERVER.wire()
                .sendJson(
                        "POST /api/v1/auth/plex/verify",
                        "{\"pinId\":\"" + pin.path("id").asText() + "\"}");
        var cookie = "Cookie: " + signIn.header("Set-Cookie").split(";", 2)[0];
        var csrf = "X-CSRF-Token: " + signIn.json().at("/data/csrfToken").asText();

        assertThat(SERVER.wire().send(SESSION, cookie).status()).isEqualTo(200);
        assertThat(error(SERVER.wire().sendJson(MAKE, FILM, cookie))).isEqualTo("403 CSRF_TOKEN_MISSING X-CSRF-Token");
        assertThat(error(SERVER.wire().sendJson(MAKE, FILM, cookie, csrf + "x")))
                .isEqualTo("403 CSRF_TOKEN_INVALID");
        assertThat(error(SERVER.wire().sendJson(MAKE, "{}", cookie, csrf))).isEqualTo("400 VALIDATION_ERROR tmdbId");
        assertThat(error(SERVER.wire().send("GET /api/v1/admin/users", cookie))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    @DisplayName("the correlation id is the client's if it is a decent one, else ours")
    void correlation() throws IOException {
        assertThat(SERVER.wire()
                        .send("GET /nothing", "X-Correlation-Id: a.B_9-z")
                        .header("X-Correlation-Id"))
                .isEqualTo("a.B_9-z");
        for (var indecent : new String[] {"", "a b", "x".repeat(65), "<script>", "a,b"}) {
            var answer = SERVER.wire().send("GET /nothing", "X-Correlation-Id: " + indecent);
            error(answer);
            assertThat(answer.header("X-Correlation-Id")).isNotEqualTo(indecent).matches("[0-9a-f]{16}");
        }
    }

    @Test
    @DisplayName("odd but harmless requests are served: empty JSON bodies, unknown fields and parameters")
    void tolerated() throws IOException {
        assertThat(SERVER.wire()
                        .sendBody("GET /api/v1/media/requests", new byte[0], "application/json", OWNER)
                        .status())
                .isEqualTo(200);
        assertThat(SERVER.wire()
                        .send("GET /media/requests?nonsense=1&page=&limit=", OWNER)
                        .status())
                .isEqualTo(200);
        assertThat(error(SERVER.wire().sendJson(MAKE, "{\"tmdbId\":\"x\",\"new\":{\"a\":[1]}}", OWNER)))
                .isEqualTo("400 VALIDATION_ERROR tmdbId");
        assertThat(error(SERVER.wire().sendBody(MAKE, new byte[0], "text/plain", OWNER)))
                .isEqualTo("400 VALIDATION_ERROR tmdbId");
    }

    @Test
    @DisplayName("replies are zipped for those who ask, and not sent again to those who have them")
    void economy() throws IOException {
        var plain = SERVER.wire().send("GET /api/v1/media/trending", OWNER);
        var zipped = SERVER.wire().send("GET /api/v1/media/trending", OWNER, "Accept-Encoding: gzip");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.unzipped()).isEqualTo(plain.json());
        assertThat(SERVER.wire()
                        .send("GET /api/v1/media/trending", OWNER, "Accept-Encoding: gzip;q=0")
                        .header("Content-Encoding"))
                .isEmpty();

        var again = SERVER.wire().send("GET /api/v1/media/trending", OWNER, "If-None-Match: " + plain.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.headers()).doesNotContainKey("content-length");
        assertThat(again.body()).isEmpty();
        assertThat(SERVER.wire()
                        .send("GET /api/v1/media/trending", OWNER, "If-None-Match: \"other\"")
                        .status())
                .isEqualTo(200);
    }
}
