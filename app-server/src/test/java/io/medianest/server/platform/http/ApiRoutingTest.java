package io.medianest.server.platform.http;

import static io.medianest.server.testing.Envelopes.error;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.helidon.http.BadRequestException;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// The frame around every handler, on a real port.
class ApiRoutingTest {
    private static final Limit PLENTY = new Limit(1_000, Duration.ofMinutes(1));
    private static final Patience PATIENCE = new Patience(Duration.ofMillis(200), Integer.MAX_VALUE);
    private static final int MORE_THAN_ANY_BUFFER = 32 << 20;
    private static final String SECRET = "jdbc:h2:/home/robin/secret";
    private static final String ID = "X-Correlation-Id: sent-by-a-test";

    private final CountDownLatch said = new CountDownLatch(1);
    private final WebServer server = serve(routes -> routes.get("/fails", Access.PUBLIC, exchange -> fail("runtime"))
            .get("/fails/{how}", Access.PUBLIC, exchange -> fail(exchange.path("how")))
            .post("/takes", Access.PUBLIC, exchange -> exchange.ok(Map.of("length", exchange.bodyBytes().length)))
            .post("/ignores", Access.PUBLIC, Exchange::done)
            .get("/much", Access.PUBLIC, this::sayMuch)
            .post("/hook/{secret}", Access.PUBLIC, exchange -> fail("runtime"))
            .post("/private", Access.USER, Exchange::done));
    private final Wire wire = new Wire(server.port());

    private static WebServer serve(Routes feature) {
        var clock = new MovableClock();
        var limits = new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY), clock);
        var gate = new Gate(
                (bearer, cookie) -> {
                    throw new MediaNestException(ErrorCode.UNAUTHORIZED, "Nobody is let in here");
                },
                (binding, token) -> {},
                limits,
                Gate.AnonymousSearch.REFUSED);
        var routing = HttpRouting.builder();
        var api = new ApiRouting(gate, new Arrivals(), PATIENCE, RequestListener.NOBODY).add(feature);
        api.install(routing);
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .useNio(false)
                .directHandlers(api.directReplies(limits))
                .addRouting(routing)
                .build()
                .start();
    }

    private void sayMuch(Exchange exchange) {
        try {
            exchange.text("text/plain", new byte[MORE_THAN_ANY_BUFFER]);
        } finally {
            said.countDown();
        }
    }

    private static void fail(String how) {
        switch (how) {
            case "runtime" -> throw new IllegalStateException(SECRET);
            case "file" -> throw new UncheckedIOException(SECRET, new IOException(SECRET));
            case "error" -> throw new AssertionError(SECRET);
            case "deep" -> fail("deep");
            case "busy" ->
                throw new MediaNestException(
                        ErrorCode.SERVICE_UNAVAILABLE,
                        "Plex does not answer",
                        "plex",
                        Duration.ofSeconds(7),
                        new IOException(SECRET));
            case "soon" ->
                throw new MediaNestException(
                        ErrorCode.RATE_LIMIT_EXCEEDED, "Too often", null, Duration.ofMillis(20), null);
            case "bad" -> throw new BadRequestException(SECRET);
            case "unsupported" -> throw new HttpException(SECRET, Status.UNSUPPORTED_MEDIA_TYPE_415);
            case "gateway" -> throw new HttpException(SECRET, Status.BAD_GATEWAY_502);
            default -> throw new IllegalArgumentException(how);
        }
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    @DisplayName("whatever a handler throws, the client reads an envelope with its own correlation id and no secret")
    void unexpected() throws IOException {
        for (var how : new String[] {"runtime", "file", "error", "deep", "gateway"}) {
            var answer = wire.send("GET /api/v1/fails/" + how, ID);

            assertThat(error(answer)).as(how).isEqualTo("500 INTERNAL_ERROR");
            assertThat(answer.header("X-Correlation-Id")).as(how).isEqualTo("sent-by-a-test");
            assertThat(answer.header("Cache-Control")).as(how).isEqualTo("no-store");
            assertThat(answer.text()).as(how).doesNotContain(SECRET);
        }
        assertThat(error(wire.send("GET /fails"))).as("without the base").isEqualTo("500 INTERNAL_ERROR");
    }

    @Test
    @DisplayName("a known failure is told as it is, with the time to wait in whole seconds")
    void known() throws IOException {
        var busy = wire.send("GET /api/v1/fails/busy", ID);
        assertThat(error(busy)).isEqualTo("503 SERVICE_UNAVAILABLE plex");
        assertThat(busy.header("Retry-After")).isEqualTo("7");
        assertThat(busy.text()).contains("Plex does not answer").doesNotContain(SECRET);

        var soon = wire.send("GET /api/v1/fails/soon");
        assertThat(error(soon)).isEqualTo("429 RATE_LIMIT_EXCEEDED");
        assertThat(soon.header("Retry-After")).isEqualTo("1");
    }

    @Test
    @DisplayName("what Helidon has against a request is told in our words")
    void helidons() throws IOException {
        var bad = wire.send("GET /api/v1/fails/bad", ID);
        assertThat(error(bad)).isEqualTo("400 MALFORMED_REQUEST");
        assertThat(bad.text()).doesNotContain(SECRET);
        assertThat(bad.header("X-Correlation-Id")).isEqualTo("sent-by-a-test");
        assertThat(error(wire.send("GET /api/v1/fails/unsupported")))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE Content-Type");
    }

    @Test
    @DisplayName("noise is the client's fault, not ours")
    void noise() throws IOException {
        for (var noise : new String[] {"hello, is anybody there?\r\n\r\n", "GET\r\n\r\n", "\u0000\u0001\r\n\r\n"}) {
            assertThat(error(wire.raw(noise))).as(noise).isEqualTo("400 MALFORMED_REQUEST");
        }
    }

    @Test
    @DisplayName("after a body that is too large comes one reply and the end, and nothing of the rest is a request")
    void tooLarge() throws IOException {
        var hidden = "GET /api/v1/fails HTTP/1.1\r\nHost: x\r\n\r\n";
        var body = "x".repeat(RequestBody.MAX_BYTES + 1) + hidden.repeat(20_000);

        assertOneReply(conversation(post("/takes", body.length()) + body), 413);
        assertOneReply(conversation(post("/takes", body.length()) + body + hidden), 413);
    }

    @Test
    @DisplayName("a body that is too large without end is not listened to without end")
    void endless() throws IOException {
        var piece = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(16);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            say(socket, "POST /takes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            int said = 0;
            try {
                while (said < 200) {
                    say(socket, piece);
                    said++;
                }
            } catch (IOException e) {
                // Hung up on, as it should be.
            }
            assertThat(said).as("megabytes listened to").isLessThan(200);
        }
    }

    @Test
    @DisplayName("the reply to a body that is too large does not wait for the rest of it")
    void promptly() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            say(socket, post("/takes", 5_000_000) + "the beginning");
            var first = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(first, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    @DisplayName("a body that breaks off, or is not in the chunks that it claims, is malformed and ends the connection")
    void brokenBodies() throws IOException {
        assertOneReply(conversation(post("/takes", 100) + "only this"), 400);
        assertOneReply(
                conversation("POST /takes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n\r\n"),
                400);
    }

    @Test
    @DisplayName("a body that nobody reads is passed over: what stands behind it is the next request")
    void unread() throws IOException {
        var next = "GET /fails HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(statuses(conversation(post("/ignores", 4) + "abcd" + next))).containsExactly("200", "500");
        assertThat(statuses(conversation(post("/private", 4) + "abcd" + next))).containsExactly("401", "500");
        assertThat(statuses(conversation(post("/takes", 4) + "abcd" + next))).containsExactly("200", "500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/takes", "/ignores"})
    @DisplayName("a client that sends its body byte by byte is hung up on, whether or not somebody reads it")
    void slow(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            say(socket, post(path, 900_000));
            Await.until("the server hangs up", () -> {
                PATIENCE.look();
                return !isListened(socket);
            });
        }
        assertThat(wire.sendJson("POST /takes", "{}").json().at("/data/length").asInt())
                .as("others are listened to")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("a client that does not read what it asked for is hung up on; one that reads gets all of it")
    void unreadReply() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            say(socket, "GET /much HTTP/1.1\r\nHost: x\r\n\r\n");
            Await.until("the server gives up", () -> {
                PATIENCE.look();
                return said.getCount() == 0;
            });
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            say(socket, "GET /much HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(socket.getInputStream().readNBytes(MORE_THAN_ANY_BUFFER)).hasSize(MORE_THAN_ANY_BUFFER);
        }
    }

    /// Says one byte more.
    private static boolean isListened(Socket socket) {
        try {
            say(socket, "x");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @DisplayName("the log has the pattern of an address with a secret in it, not the secret")
    void secretAddress() throws IOException {
        var logger = (Logger) LoggerFactory.getLogger(ErrorReplies.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            assertThat(wire.sendJson("POST /api/v1/hook/s3cret", "{}").status()).isEqualTo(500);
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("POST /api/v1/hook/{secret} failed, server error");
    }

    @Test
    @DisplayName("a body with two lengths is nobody's, and nothing of it becomes a request")
    void twoLengths() throws IOException {
        var hidden = "0\r\n\r\nGET /fails HTTP/1.1\r\nHost: x\r\n\r\n";
        for (var path : new String[] {"/takes", "/ignores"}) {
            var request = "POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: "
                    + hidden.length() + "\r\n\r\n" + hidden;
            assertThat(statuses(conversation(request))).hasSize(1).doesNotContain("500");
        }
        assertThat(error(wire.sendBody("POST /takes", new byte[1], "application/json", "Transfer-Encoding: chunked")))
                .isEqualTo("400 MALFORMED_REQUEST Content-Length");
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void assertOneReply(String replies, int status) {
        assertThat(statuses(replies)).containsExactly(Integer.toString(status));
        assertThat(replies).containsIgnoringCase("connection: close");
    }

    private static List<String> statuses(String replies) {
        return Pattern.compile("HTTP/1\\.1 (\\d{3})")
                .matcher(replies)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// Says all of it, ends its own side, and listens until the server has ended the other.
    private String conversation(String text) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            say(socket, text);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
