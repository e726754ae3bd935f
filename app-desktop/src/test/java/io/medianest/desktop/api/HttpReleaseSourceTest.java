package io.medianest.desktop.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReleaseSourceTest {
    private final HttpReleaseSource source = new HttpReleaseSource(Duration.ofSeconds(60));
    private HttpServer server = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        source.close();
        server.stop(0);
    }

    private String answers(int status, String body) {
        server.createContext("/newest.json", exchange -> reply(exchange, status, body));
        return "http://127.0.0.1:%d/newest.json".formatted(server.getAddress().getPort());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    @DisplayName("reads version, page and notes, and does not mind more")
    void reads() {
        var address = answers(200, """
                        {"version": "0.2.0", "url": "https://nest.example/0.2.0", "notes": "Quicker", "size": 7}""");

        assertThat(source.newest(address)).isEqualTo(new Release("0.2.0", "https://nest.example/0.2.0", "Quicker"));
    }

    @Test
    @DisplayName("long notes are cut")
    void longNotes() {
        var address = answers(200, """
                        {"version": "0.2.0", "url": "https://nest.example/", "notes": "%s"}""".formatted("a".repeat(5_000)));

        assertThat(source.newest(address).notes()).hasSize(301).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "<html>",
                "[]",
                "{}",
                "{\"version\": \"0.2.0\"}",
                "{\"version\": \"0.2.0\", \"url\": \"http://nest.example/\"}",
                "{\"version\": \"0.2.0\", \"url\": \"javascript:alert(1)\"}",
                "{\"version\": \"0.2.0\", \"url\": \"file:///etc/passwd\"}",
                "{\"version\": \"two & a half\", \"url\": \"https://nest.example/\"}",
                "{\"url\": \"https://nest.example/\"}"
            })
    @DisplayName("what makes no sense is refused")
    void nonsense(String body) {
        var address = answers(200, body);

        assertThatThrownBy(() -> source.newest(address)).isInstanceOf(ApiException.class);
    }

    @Test
    @DisplayName("an answer that is too long is not read to its end")
    void tooLong() {
        var address = answers(200, "{\"version\": \"" + "1".repeat(70_000));

        assertThatThrownBy(() -> source.newest(address)).isInstanceOf(ApiException.class);
    }

    @Test
    @DisplayName("an error of the server is none of ours")
    void status() {
        var address = answers(404, "{\"version\": \"0.2.0\", \"url\": \"https://nest.example/\"}");

        assertThatThrownBy(() -> source.newest(address)).hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nest.example",
                "http://nest.example/",
                "ftp://nest.example/",
                "https:",
                "http://[",
                "file:/x"
            })
    @DisplayName("only https, or this machine, is asked")
    void insecure(String address) {
        assertThat(HttpReleaseSource.isAcceptable(address)).isFalse();
        assertThatThrownBy(() -> source.newest(address)).hasMessageContaining("https://");
    }

    @Test
    @DisplayName("a server that never ends its answer is given up")
    void endless() {
        server.createContext("/newest.json", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        var address =
                "http://127.0.0.1:%d/newest.json".formatted(server.getAddress().getPort());
        try (var impatient = new HttpReleaseSource(Duration.ofMillis(200))) {
            assertThatThrownBy(() -> impatient.newest(address)).isInstanceOf(ApiException.class);
        }
    }
}
