package io.medianest.server;

import static io.medianest.server.testing.Envelopes.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.ServerUnderTest;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// By which names the server may be called, and by whose pages.
class FrontDoorTest {
    private static final String NAMED = "http://nas:8080";
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

    @RegisterExtension
    private static final ServerUnderTest SERVER = ServerUnderTest.with(
            "--demo",
            // A period so long that none comes back while a busy machine compares what is left.
            "--limits.api=1000/24h",
            "--server.cors-origins=" + NAMED,
            "--server.allowed-hosts=nest.example",
            "--server.public-url=https://media.example");

    private static Wire.Answer ask(String line, String host, String... headers) throws IOException {
        return SERVER.wire()
                .raw(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                        + String.join(
                                "", Arrays.stream(headers).map(h -> h + "\r\n").toList()) + "\r\n");
    }

    private static Wire.Answer pin(String host, String... headers) throws IOException {
        return ask("POST /api/v1/auth/plex/pin", host, headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/v1/media/requests", "/nothing", POLLING, "/server/info"})
    @DisplayName("whoever calls the server by a foreign name is refused, whatever they want, and told what to do")
    void foreignName(String path) throws IOException {
        var answer = ask("GET " + path, "evil.example:" + SERVER.port());

        assertThat(error(answer)).isEqualTo("421 HOST_NOT_ALLOWED Host");
        assertThat(answer.text()).contains("evil.example").contains("server.allowed-hosts");
    }

    @Test
    @DisplayName("a body sent to a foreign name is not taken for the next request")
    void foreignNameWithBody() throws IOException {
        var answer = SERVER.wire()
                .raw("POST /api/v1/auth/plex/verify HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 12\r\n"
                        + "X-Correlation-Id: from-the-test\r\nConnection: close\r\n\r\n{\"pinId\":\"\"}");

        assertThat(error(answer)).isEqualTo("421 HOST_NOT_ALLOWED Host");
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("from-the-test");
    }

    @Test
    @DisplayName("own and allowed names are answered")
    void knownNames() throws IOException {
        for (var host :
                new String[] {"localhost", "127.0.0.1:" + SERVER.port(), "[::1]", "nest.example", "media.example"}) {
            assertThat(ask("GET /health", host).status()).as(host).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("addresses in replies are those by which the client came, and at the public address that one")
    void addresses() throws IOException {
        assertThat(pin("localhost:1234").json().at("/data/qrUrl").asText()).startsWith("http://localhost:1234/api/v1/");
        assertThat(pin("media.example").json().at("/data/qrUrl").asText()).startsWith("https://media.example/api/v1/");
        assertThat(pin("127.0.0.1", "X-Forwarded-Host: media.example")
                        .json()
                        .at("/data/qrUrl")
                        .asText())
                .startsWith("https://media.example/api/v1/");
        assertThat(pin("localhost", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https")
                        .json()
                        .at("/data/qrUrl")
                        .asText())
                .startsWith("http://localhost/api/v1/");
    }

    @Test
    @DisplayName("behind the proxy cookies are for https only, and limits count the client that the proxy saw")
    void behindProxy() throws IOException {
        var proxied = ask("GET /csrf/token", "media.example", "X-Forwarded-For: 203.0.113.9, 203.0.113.7");
        assertThat(proxied.header("Set-Cookie")).contains("Secure");
        assertThat(ask("GET /csrf/token", "localhost").header("Set-Cookie")).doesNotContain("Secure");

        var before = remaining("media.example", "X-Forwarded-For: 203.0.113.8");
        assertThat(remaining("media.example", "X-Forwarded-For: 203.0.113.10, 203.0.113.8"))
                .isEqualTo(before - 1);
        assertThat(remaining("media.example", "X-Forwarded-For: 203.0.113.11")).isEqualTo(before);
        var direct = remaining("localhost", "X-Forwarded-For: 203.0.113.12");
        assertThat(remaining("localhost", "X-Forwarded-For: 203.0.113.13")).isEqualTo(direct - 1);
    }

    private static int remaining(String host, String... headers) throws IOException {
        return Integer.parseInt(ask("GET /csrf/token", host, headers).header("X-RateLimit-Remaining"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health?x=%zz HTTP/1.1|Host: localhost",
                "NONSENSE",
                "GET /health HTTP/1.0|Host: localhost",
                "GET /health HTTP/1.1|Host: evil.example",
                "OPTIONS /health HTTP/1.1|Host: localhost|Origin: http://nas:8080|Access-Control-Request-Method: GET"
            })
    @DisplayName(
            "replies that are made before anybody looks who asks count nothing and tell what is left to the address")
    void leftToTheAddress(String request) throws IOException {
        var left = remaining("localhost");

        var told = SERVER.wire().raw(request.replace("|", "\r\n") + "\r\n\r\n");

        assertThat(Integer.parseInt(told.header("X-RateLimit-Remaining")))
                .as("at most one comes back meanwhile")
                .isBetween(left, left + 1);
        assertThat(left).isLessThan(Integer.parseInt(told.header("X-RateLimit-Limit")));
    }

    @Test
    @DisplayName("pages of a named origin read replies, errors too, with credentials and our own headers")
    void namedOrigin() throws IOException {
        for (var path :
                new String[] {"/api/v1/auth/session", "/api/v1/nothing", POLLING, "/api/v1/media/requests?page=x"}) {
            var answer = ask("GET " + path, "localhost", "Origin: " + NAMED);
            assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEqualTo(NAMED);
            assertThat(answer.header("Access-Control-Allow-Credentials"))
                    .as(path)
                    .isEqualTo("true");
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .as(path)
                    .contains("X-RateLimit-Remaining", "X-Correlation-Id", "Retry-After");
            assertThat(answer.header("Vary")).as(path).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/media/request", "/api/v1/auth/session", "/api/v1/nothing", POLLING})
    @DisplayName("a named origin is told beforehand what it may send, also where there is nothing")
    void preflight(String path) throws IOException {
        var answer = ask(
                "OPTIONS " + path,
                "localhost",
                "Origin: " + NAMED,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type,x-csrf-token");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(NAMED);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("X-CSRF-Token", "Authorization", "Content-Type");
        assertThat(answer.header("Access-Control-Max-Age")).isNotBlank();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://nas:8080", "http://nas:80801", "http://nas"})
    @DisplayName("pages of any other origin are told nothing, and refused beforehand")
    void otherOrigins(String origin) throws IOException {
        var reply = ask("GET /health", "localhost", "Origin: " + origin);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(reply.header("Vary")).contains("Origin");

        var preflight = ask(
                "OPTIONS /api/v1/media/request",
                "localhost",
                "Origin: " + origin,
                "Access-Control-Request-Method: POST");
        assertThat(error(preflight)).isEqualTo("403 FORBIDDEN Origin");
        assertThat(preflight.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    @DisplayName("live connections obey the same policy, by polling and by WebSocket")
    void sockets() throws IOException {
        assertThat(ask("GET " + POLLING, "localhost").status()).isEqualTo(200);
        assertThat(ask("GET " + POLLING, "localhost", "Origin: http://localhost")
                        .status())
                .isEqualTo(200);
        assertThat(ask("GET " + POLLING, "localhost", "Origin: " + NAMED).status())
                .isEqualTo(200);
        assertThat(ask("GET " + POLLING, "localhost", "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);

        assertThat(webSocket("localhost", "http://localhost")).isEqualTo(101);
        assertThat(webSocket("localhost", NAMED)).isEqualTo(101);
        assertThat(webSocket("127.0.0.1", "https://media.example")).isEqualTo(101);
        assertThat(webSocket("localhost", "https://evil.example")).isEqualTo(403);
        assertThat(webSocket("evil.example", "http://evil.example")).isEqualTo(421);
    }

    /// Only the first line of the reply is of interest; what follows an accepted one has no end.
    private static int webSocket(String host, String origin) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(10_000);
            var request = """
                    GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
                    Host: %s
                    Origin: %s
                    Connection: Upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                    """.formatted(host, origin).replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var line = new String(
                    socket.getInputStream().readNBytes("HTTP/1.1 101".length()), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(line.substring("HTTP/1.1 ".length()));
        }
    }
}
