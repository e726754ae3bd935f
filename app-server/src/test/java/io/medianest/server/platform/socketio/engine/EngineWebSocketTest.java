package io.medianest.server.platform.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.platform.socketio.EchoServer;
import io.medianest.server.platform.socketio.RawClient;
import io.medianest.server.platform.socketio.RawSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineWebSocketTest {
    private static final EngineConfig CALM = new EngineConfig(
            Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofMillis(200), 1_000, 2, 16, 4_000_000);

    private static final String UPGRADE_REQUEST = """
            GET /engine.io/?EIO=4&transport=websocket HTTP/1.1
            Host: 127.0.0.1
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """;

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

    private RawSocket candidate(String sid) {
        return client.webSocket("?EIO=4&transport=websocket&sid=" + sid);
    }

    @Test
    @DisplayName("a WebSocket opens a session that has nothing to upgrade to")
    void handshake() throws Exception {
        assertThat(client.webSocket("?EIO=4&transport=websocket").text())
                .startsWith("0{")
                .contains("\"upgrades\":[],");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?transport=websocket",
                "?EIO=abc&transport=websocket",
                "?EIO=4",
                "?EIO=4&transport=abc",
                "?EIO=4&transport=websocket&sid=unknown"
            })
    @DisplayName("a WebSocket that asks wrongly is not opened")
    void refusals(String query) {
        assertThatThrownBy(() -> client.webSocket(query)).hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    @DisplayName("a WebSocket of another host's page is refused with 403 and told so")
    void origin() {
        stop();
        serve(EchoServer.start(0, CALM, OriginPolicy.sameHost()));
        assertThatThrownBy(() -> client.webSocket("?EIO=4&transport=websocket", "Origin", "https://evil.example"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    @DisplayName("texts and bytes come back, also those sent in parts")
    void echo() throws Exception {
        var socket = client.webSocket();
        assertThat(socket.send("4hello").text()).isEqualTo("4hello");
        assertThat(socket.send((byte) 1, (byte) 2, (byte) -1).binary()).containsExactly(1, 2, -1);
        assertThat(socket.sendInTwo("4in ", "two").text()).isEqualTo("4in two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "2", "5", "0{}"})
    @DisplayName("what is no packet of a client closes the connection, with 1000")
    void malformed(String packet) throws Exception {
        assertThat(client.webSocket().send(packet).closed()).isEqualTo(1000);
        assertThat(server.closed().take()).isEqualTo(CloseReason.PROTOCOL_VIOLATION);
    }

    @Test
    @DisplayName("a message over the limit closes the connection, also when it comes in parts")
    void payloadLimit() throws Exception {
        assertThat(client.webSocket().send("4".repeat(1_000)).text()).hasSize(1_000);
        assertThat(client.webSocket().send("4" + "é".repeat(500)).closed()).isEqualTo(1000);
        assertThat(client.webSocket()
                        .sendInTwo("4".repeat(600), "4".repeat(600))
                        .closed())
                .isEqualTo(1000);
    }

    @Test
    @DisplayName("pings come at their interval; who does not answer one is closed")
    void heartbeat() throws Exception {
        stop();
        serve(EchoServer.start(0, EchoServer.suiteConfig()));
        var socket = client.webSocket();
        for (int i = 0; i < 2; i++) {
            assertThat(socket.text()).isEqualTo("2");
            socket.send("3");
        }
        assertThat(socket.closed()).isEqualTo(1000);
        assertThat(server.closed().take()).isEqualTo(CloseReason.PING_TIMEOUT);
    }

    @Test
    @DisplayName("a good-bye of the client, a broken connection and a good-bye of the application end the session")
    void ends() throws Exception {
        assertThat(client.webSocket().send("1").closed()).isEqualTo(1000);
        assertThat(server.closed().poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_CLOSED);
        server.opened().take();

        client.webSocket().abort();
        assertThat(server.closed().poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_CLOSED);
        server.opened().take();

        var socket = client.webSocket();
        var session = server.opened().take();
        session.send(List.of(new EngineMessage.Text("last words")));
        session.close();
        assertThat(socket.text()).isEqualTo("4last words");
        assertThat(socket.closed()).isEqualTo(1000);
        assertThat(server.closed().poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SERVER_CLOSED);
    }

    @Test
    @DisplayName("closing the server closes every session and wakes every poll")
    void serverCloses() throws Exception {
        var socket = client.webSocket();
        var sid = client.open();
        server.opened().take();
        var session = server.opened().take();
        var poll = client.pollLater(sid);
        session.send(List.of(new EngineMessage.Text("one")));
        assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("4one");

        server.closeProtocols();

        assertThat(socket.closed()).isEqualTo(1000);
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        assertThat(server.closed().take()).isEqualTo(CloseReason.SERVER_CLOSED);
        assertThat(server.closed().take()).isEqualTo(CloseReason.SERVER_CLOSED);
        assertThat(client.send("GET", "?EIO=4&transport=polling", "").statusCode())
                .isEqualTo(503);
    }

    @Test
    @DisplayName("after probe and upgrade the WebSocket carries everything, and polls are refused")
    void upgrade() throws Exception {
        var sid = client.open();
        var socket = candidate(sid);
        assertThat(socket.send("2probe").text()).isEqualTo("3probe");
        assertThat(client.poll(sid).body()).isEqualTo("6");
        assertThat(client.post(sid, "4by post").body()).isEqualTo("ok");
        assertThat(client.poll(sid).body()).isEqualTo("4by post");
        socket.send("5");
        assertThat(socket.send("4hello").text()).isEqualTo("4hello");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        assertThat(client.post(sid, "4late").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("a session closed during an upgrade may complete it, and ends on the WebSocket")
    void closedWhileUpgrading() throws Exception {
        var sid = client.open();
        var session = server.opened().take();
        var socket = candidate(sid);
        assertThat(socket.send("2probe").text()).isEqualTo("3probe");
        session.send(List.of(new EngineMessage.Text("last words")));
        session.close();
        assertThat(socket.send("5").text()).isEqualTo("4last words");
        assertThat(socket.closed()).isEqualTo(1000);
    }

    @Test
    @DisplayName("a second WebSocket for a session is opened and closed at once; the first goes on")
    void secondWebSocket() throws Exception {
        var sid = client.open();
        var first = candidate(sid);
        // Open for the client is not yet first for the server, whose threads may serve the second sooner.
        assertThat(first.send("2probe").text()).isEqualTo("3probe");
        first.send("5");
        assertThat(candidate(sid).closed()).isEqualTo(1000);
        assertThat(first.send("4hello").text()).isEqualTo("4hello");
    }

    @Test
    @DisplayName("an upgrade that is not completed in time is given up, and polling goes on")
    void upgradeTimeout() throws Exception {
        var sid = client.open();
        assertThat(candidate(sid).send("2probe").closed()).isEqualTo(1000);
        assertThat(client.post(sid, "4still here").body()).isEqualTo("ok");
        assertThat(client.poll(sid).body()).isEqualTo("4still here");
    }

    @Test
    @DisplayName("a candidate that sends a message before it took over is closed, and polling goes on")
    void rudeCandidate() throws Exception {
        var sid = client.open();
        assertThat(candidate(sid).send("4me first").closed()).isEqualTo(1000);
        client.post(sid, "4still here");
        assertThat(client.poll(sid).body()).isEqualTo("4still here");
    }

    @Test
    @Timeout(20)
    @DisplayName("a client that does not read is cut off when its outbox is full, though its writer is stuck")
    void slowReader() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            socket.getOutputStream().write(UPGRADE_REQUEST.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            var session = server.opened().take();
            var message = new byte[1_000_000];
            long sent = 0;
            while (server.closed().isEmpty()) {
                session.send(List.of(new EngineMessage.Binary(message)));
                sent += message.length;
            }
            assertThat(server.closed().take()).isEqualTo(CloseReason.OUTBOX_FULL);
            assertThat(readToTheEnd(socket.getInputStream())).isLessThan(sent);
        }
    }

    private static long readToTheEnd(InputStream stream) throws IOException {
        long total = 0;
        byte[] buffer = new byte[65_536];
        try {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                total += read;
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return total;
    }
}
