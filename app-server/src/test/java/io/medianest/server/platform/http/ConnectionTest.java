package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On the bare connection: clients hide what follows the headers.
class ConnectionTest {
    private final WebServer server = serve();

    private static WebServer serve() {
        var plenty = new Limit(1000, Duration.ofMinutes(1));
        var clock = Clock.systemUTC();
        var limits = new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(plenty, plenty, plenty, plenty, plenty), clock);
        var gate = new Gate(
                (bearer, cookie) -> {
                    throw new MediaNestException(ErrorCode.UNAUTHORIZED, "nobody is known here");
                },
                (binding, token) -> {},
                limits,
                Gate.AnonymousSearch.REFUSED);
        var http = HttpRouting.builder();
        new ApiRouting(gate, new Arrivals())
                .add(routes -> routes.get(
                        "/hello", Access.PUBLIC, exchange -> exchange.cacheable(Map.of("text", "x".repeat(2000)))))
                .install(http);
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .addRouting(http)
                .build()
                .start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"/hello, 200", "/api/v1/hello, 200", "/nothing, 404"})
    @DisplayName("HEAD is told what GET would be, without a body, and the next reply is read as what it is")
    void head(String path, int status) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            var both = "HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\nGET /gone HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(both.getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(lines.readLine()).startsWith("HTTP/1.1 " + status);
            assertThat(headers(lines)).anyMatch(header -> header.matches("Content-Length: [1-9]\\d*"));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /hello", "HEAD /hello", "GET /nothing", "POST /hello"})
    @DisplayName("a connection ends after the reply when the client asks for that")
    void ends(String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            var request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 ")
                    .contains("Connection: close");
        }
    }

    private static List<String> headers(BufferedReader lines) throws IOException {
        var headers = new ArrayList<String>();
        for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            headers.add(line);
        }
        return headers;
    }
}
