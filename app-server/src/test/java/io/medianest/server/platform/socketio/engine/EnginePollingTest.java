package io.medianest.server.platform.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.socketio.EchoServer;
import io.medianest.server.platform.socketio.RawClient;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginePollingTest {
    private static final EngineConfig CALM = new EngineConfig(
            Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(10), 1_000, 3, 16, 1_000);

    private EchoServer server;
    private RawClient client;

    @BeforeEach
    void start() {
        serve(EchoServer.start(0, CALM));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void serve(EchoServer started) {
        server = started;
        client = new RawClient(server.port(), "/engine.io/");
    }

    @Test
    @DisplayName("the first request opens a session and says what the client must know, and nothing else")
    void handshake() throws Exception {
        var reply = client.send("GET", "?EIO=4&transport=polling", "");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(
                        "0{\"sid\":\"%s\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000}",
                        RawClient.sid(reply.body()));
        assertThat(reply.headers().firstValue("Content-Type")).contains("text/plain; charset=UTF-8");
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest(name = "{0} {1} → {2} code {3}")
    @CsvSource({
        "GET, ?transport=polling, 400, 5",
        "GET, ?EIO=abc&transport=polling, 400, 5",
        "GET, ?EIO=3&transport=polling, 400, 5",
        "GET, ?EIO=4, 400, 0",
        "GET, ?EIO=4&transport=abc, 400, 0",
        "GET, ?EIO=4&transport=websocket, 400, 3",
        "GET, ?EIO=4&transport=polling&sid=unknown, 400, 1",
        "POST, ?EIO=4&transport=polling, 400, 2",
        "PUT, ?EIO=4&transport=polling, 400, 2"
    })
    void refusals(String method, String query, int status, int code) throws Exception {
        var reply = client.send(method, query, "");
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).startsWith("{\"code\":" + code + ",\"message\":\"");
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4hello", "4one\u001e4two\u001e4trois é", "4hello\u001ebAQIDBA=="})
    @DisplayName("what is posted comes back by polling, texts and bytes")
    void echo(String body) throws Exception {
        var sid = client.open();
        assertThat(client.post(sid, body).body()).isEqualTo("ok");
        var received = new StringBuilder(client.poll(sid).body());
        while (received.length() < body.length()) {
            received.append('\u001e').append(client.poll(sid).body());
        }
        assertThat(received).hasToString(body);
    }

    @Test
    @DisplayName("Base64 that a client has broken into lines is understood")
    void brokenBase64() throws Exception {
        var sid = client.open();
        client.post(sid, "bAQID\nBA==\n");
        assertThat(client.poll(sid).body()).isEqualTo("bAQIDBA==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "4ok\u001e", "bA", "2probe", "5"})
    @DisplayName("what is no packet of a client is answered with 400 and ends the session")
    void malformed(String body) throws Exception {
        var sid = client.open();
        assertThat(client.post(sid, body).statusCode()).isEqualTo(400);
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        assertThat(server.closed().poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.PROTOCOL_VIOLATION);
    }

    @Test
    @DisplayName("a body over the limit is answered with 413 and ends the session; one at the limit is not")
    void payloadLimit() throws Exception {
        var sid = client.open();
        assertThat(client.post(sid, "4".repeat(1_000)).statusCode()).isEqualTo(200);
        assertThat(client.post(sid, "4".repeat(1_001)).statusCode()).isEqualTo(413);
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("of two polls at a time one is told that the session is closed, the other is refused")
    void duplicatePoll() throws Exception {
        var sid = client.open();
        var replies = Stream.of(client.pollLater(sid), client.pollLater(sid))
                .map(reply -> reply.orTimeout(5, TimeUnit.SECONDS).join())
                .toList();
        assertThat(replies).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 400);
        assertThat(replies).extracting(HttpResponse::body).contains("1");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("a client that says good-bye ends its session")
    void clientCloses() throws Exception {
        var sid = client.open();
        assertThat(client.post(sid, "4last\u001e1").body()).isEqualTo("ok");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        assertThat(server.closed().poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_CLOSED);
    }

    @Test
    @DisplayName("what was sent before the application closed a session still arrives, and then the good-bye")
    void applicationCloses() throws Exception {
        var sid = client.open();
        var session = server.opened().take();
        session.send(List.of(new EngineMessage.Text("last words")));
        session.close();
        assertThat(client.poll(sid).body()).isEqualTo("4last words");
        assertThat(client.poll(sid).body()).isEqualTo("1");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        assertThat(server.closed().take()).isEqualTo(CloseReason.SERVER_CLOSED);
    }

    @Test
    @DisplayName("more sessions than places are refused, until one ends")
    void sessionLimit() throws Exception {
        var first = client.open();
        client.open();
        client.open();
        assertThat(client.send("GET", "?EIO=4&transport=polling", "").statusCode())
                .isEqualTo(503);
        client.post(first, "1");
        assertThat(client.send("GET", "?EIO=4&transport=polling", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a client that does not poll is closed when its outbox is full")
    void overflow() throws Exception {
        var sid = client.open();
        var session = server.opened().take();
        for (int i = 0; i <= CALM.outboxMessages(); i++) {
            session.send(List.of(new EngineMessage.Text("message " + i)));
        }
        assertThat(server.closed().take()).isEqualTo(CloseReason.OUTBOX_FULL);
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("few large messages fill an outbox as well; one alone is let through")
    void largeMessages() throws Exception {
        var large = new EngineMessage.Text("x".repeat(CALM.outboxBytes() + 1));
        var sid = client.open();
        var session = server.opened().take();
        session.send(List.of(large));
        assertThat(client.poll(sid).body()).hasSize(CALM.outboxBytes() + 2);
        session.send(List.of(large));
        session.send(List.of(new EngineMessage.Text("one more")));
        assertThat(server.closed().take()).isEqualTo(CloseReason.OUTBOX_FULL);
    }

    @Test
    @DisplayName("pages of other hosts are refused, programs and pages of the same host are not")
    void origins() throws Exception {
        stop();
        serve(EchoServer.start(0, CALM, OriginPolicy.sameHost()));
        var query = "?EIO=4&transport=polling";
        assertThat(client.send("GET", query, "", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send("GET", query, "", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(client.send("GET", query, "", "Origin", "http://127.0.0.1:" + server.port())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", query, "").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("images in pages of other sites are refused where pages of other sites are")
    void embedded() throws Exception {
        var query = "?EIO=4&transport=polling";
        assertThat(client.send("GET", query, "", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(200);
        stop();
        serve(EchoServer.start(0, CALM, OriginPolicy.sameHost()));
        assertThat(client.send("GET", query, "", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(client.send("GET", query, "", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("pings come at their interval, and pongs keep the session alive")
    void heartbeat() throws Exception {
        stop();
        serve(EchoServer.start(0, EchoServer.suiteConfig()));
        var sid = client.open();
        for (int i = 0; i < 3; i++) {
            assertThat(client.poll(sid).body()).isEqualTo("2");
            assertThat(client.post(sid, "3").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("a poll that comes when the time to answer a ping is as good as over is refused")
    void latePoll() throws Exception {
        stop();
        serve(EchoServer.start(
                0,
                new EngineConfig(
                        Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(1), 1_000, 3, 16, 1_000)));
        var sid = client.open();
        assertThat(client.poll(sid).body()).isEqualTo("2");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        assertThat(server.closed().take()).isEqualTo(CloseReason.PING_TIMEOUT);
    }

    @Test
    @DisplayName("a poll that the good-bye overtook is answered nevertheless")
    void overtakenPoll() throws Exception {
        var sid = client.open();
        var farewell = client.postLater(sid, "1");
        assertThat(client.poll(sid).body()).isEqualTo("6");
        assertThat(farewell.get(5, TimeUnit.SECONDS).body()).isEqualTo("ok");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("a poll that the client's HTTP library repeats has lost its answer: the session ends, and is not deaf")
    void repeatedPoll() throws Exception {
        var sid = client.open();
        var poll = "?EIO=4&transport=polling&t=%s&sid=" + sid;
        client.post(sid, "4one");
        assertThat(client.send("GET", poll.formatted("a"), "").body()).isEqualTo("4one");
        client.post(sid, "4two");
        assertThat(client.send("GET", poll.formatted("b"), "").body()).isEqualTo("4two");
        client.post(sid, "4three");
        assertThat(client.send("GET", poll.formatted("b"), "").statusCode()).isEqualTo(400);
        assertThat(server.closed().take()).isEqualTo(CloseReason.TRANSPORT_FAILED);
    }

    @Test
    @DisplayName("an answer that cannot be written ends the session, since the client will not know what was in it")
    void lostAnswer() throws Exception {
        var sid = client.open();
        var session = server.opened().take();
        session.send(List.of(new EngineMessage.Text("first")));
        var poll = "GET /engine.io/?EIO=4&transport=polling&sid=%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(sid);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((poll + poll).getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            while (answer.indexOf("4first") < 0) {
                answer.append((char) socket.getInputStream().read());
            }
            socket.setSoLinger(true, 0);
        }
        session.send(List.of(new EngineMessage.Text("lost")));
        assertThat(server.closed().poll(10, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_FAILED);
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("a client that does not answer a ping is told good-bye")
    void pingTimeout() throws Exception {
        stop();
        serve(EchoServer.start(0, EchoServer.suiteConfig()));
        var sid = client.open();
        assertThat(client.poll(sid).body()).isEqualTo("2");
        assertThat(client.poll(sid).body()).isEqualTo("1");
        assertThat(server.closed().take()).isEqualTo(CloseReason.PING_TIMEOUT);
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }
}
