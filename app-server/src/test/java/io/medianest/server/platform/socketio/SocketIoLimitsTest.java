package io.medianest.server.platform.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.platform.http.Patience;
import io.medianest.server.platform.socketio.engine.EngineConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What nobody may do who is not known yet, and nobody too much.
class SocketIoLimitsTest {
    private static final EngineConfig CALM = new EngineConfig(
            Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(10), 1_000_000, 10, 512, 1_000_000);

    private EchoServer server;
    private RawClient client;

    @BeforeEach
    void start() {
        server = EchoServer.patient(CALM);
        client = new RawClient(server.port(), "/socket.io/");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private RawSocket joined() throws InterruptedException {
        var socket = client.webSocket().send("40");
        assertThat(socket.text()).startsWith("40{");
        assertThat(socket.text()).contains("[\"auth\",");
        return socket;
    }

    @Test
    @DisplayName("as long as nobody decides who gets in, nobody does, and clients are hung up on and not refused")
    void tooEarly() throws Exception {
        server.sockets().namespace("/later");
        var sid = client.open();
        client.post(sid, "40/later,");
        assertThat(client.poll(sid).body()).isEqualTo("1");
        assertThat(server.sockets().namespace("/later").sockets()).isEmpty();
    }

    @Test
    @DisplayName("who is in no namespace may not send attachments, nor may anybody more than a message's worth at once")
    void heavyAttachments() throws Exception {
        assertThat(client.webSocket().send("451-[\"message\"]").closed()).isEqualTo(1000);

        var most = new byte[CALM.maxPayload() / 2];
        var socket = joined().send("452-[\"message\",1]").send(most).send(most);
        assertThat(socket.text()).isEqualTo("42[\"message-back\",1]");
        socket.send("453-[\"message\",1]").send(most).send(most).send((byte) 1);
        assertThat(socket.closed()).isEqualTo(1000);
    }

    @Test
    @DisplayName("no timer keeps hold of a client that has joined or is gone")
    void noTimerLeft() throws Exception {
        var socket = joined();
        Await.until("only the next ping is waited for", () -> server.pendingTimers() == 1);
        socket.abort();
        client.webSocket().abort();
        Await.until("nothing is waited for", () -> server.pendingTimers() == 0);
    }

    @Test
    @DisplayName("who asks again and again to be let in is hung up on")
    void insistent() throws Exception {
        var socket = client.webSocket();
        for (int i = 0; i < ClientConnection.MAX_CONNECTS; i++) {
            assertThat(socket.send("40/random").text()).startsWith("44/random,");
        }
        assertThat(socket.send("40/random").closed()).isEqualTo(1000);
    }

    @Test
    @DisplayName(
            "an address has few places for clients that are in no namespace, and gets them back when they join or go")
    void strangers() throws Exception {
        var first = client.open();
        var second = client.open();
        for (int i = 2; i < EchoServer.STRANGERS; i++) {
            client.open();
        }
        assertThat(knock()).isEqualTo(503);
        assertThat(client.webSocket("?EIO=4&transport=websocket").closed()).isEqualTo(1000);

        client.post(first, "40");
        assertThat(client.poll(first).body()).startsWith("40{");
        assertThat(knock()).isEqualTo(200);
        assertThat(knock()).isEqualTo(503);

        client.post(second, "1");
        assertThat(knock()).isEqualTo(200);
        client.post(first, "1");
        assertThat(knock()).as("a place is given back once").isEqualTo(503);
    }

    private int knock() throws Exception {
        return client.send("GET", "?EIO=4&transport=polling", "").statusCode();
    }

    @Test
    @DisplayName("a client that posts byte by byte is hung up on when it has taken too long")
    void dripping() throws Exception {
        var patience = new Patience(Duration.ZERO);
        try (var slow = EchoServer.reading(CALM, body -> patience.listen(body::read));
                var raw = new RawClient(slow.port(), "/socket.io/");
                var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), slow.port())) {
            socket.getOutputStream().write("""
                    POST /socket.io/?EIO=4&transport=polling&sid=%s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Length: 10\r
                    \r
                    4""".formatted(raw.open()).getBytes(StandardCharsets.US_ASCII));
            var ended = CompletableFuture.supplyAsync(() -> readsToTheEnd(socket));
            Await.until("it is hung up on", () -> {
                patience.look();
                return ended.isDone();
            });
        }
    }

    private static boolean readsToTheEnd(java.net.Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (IOException e) {
            return false; // cut, which is an end as well
        }
    }
}
