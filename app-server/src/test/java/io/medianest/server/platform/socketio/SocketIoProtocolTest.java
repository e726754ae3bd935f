package io.medianest.server.platform.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.medianest.server.platform.socketio.engine.EngineConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoProtocolTest {
    private static final EngineConfig CALM = new EngineConfig(
            Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(10), 1_000_000, 10, 50_000, 50_000_000);

    private EchoServer server;
    private RawClient client;

    @BeforeEach
    void start() {
        server = EchoServer.start(0, CALM);
        client = new RawClient(server.port(), "/socket.io/");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private RawSocket connected(String namespace) throws InterruptedException {
        var socket = client.webSocket().send("40" + namespace);
        assertThat(socket.text()).startsWith("40");
        assertThat(socket.text()).contains("[\"auth\",");
        return socket;
    }

    /// The server's side of a client that connects now.
    private Socket connectedHere(BlockingQueue<RawSocket> clients) throws InterruptedException {
        var sockets = new LinkedBlockingQueue<Socket>();
        server.sockets().namespace("/").onConnect(sockets::add);
        var socket = client.webSocket().send("40");
        assertThat(socket.text()).startsWith("40{\"sid\":");
        clients.add(socket);
        return sockets.take();
    }

    @ParameterizedTest(name = "{0} → {1}…, {2}")
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "40 40{\"sid\":\" 42[\"auth\",{}]",
                "40{\"token\":\"123\"} 40{\"sid\":\" 42[\"auth\",{\"token\":\"123\"}]",
                "40/custom, 40/custom,{\"sid\":\" 42/custom,[\"auth\",{}]",
                "40/custom 40/custom,{\"sid\":\" 42/custom,[\"auth\",{}]",
                "40/custom,{\"token\":\"abc\"} 40/custom,{\"sid\":\" 42/custom,[\"auth\",{\"token\":\"abc\"}]"
            })
    void connects(String packet, String begin, String auth) throws Exception {
        var socket = client.webSocket().send(packet);
        assertThat(socket.text()).startsWith(begin).endsWith("\"}");
        assertThat(socket.text()).isEqualTo(auth);
    }

    @Test
    @DisplayName("an unknown namespace is refused, and the connection stays")
    void unknownNamespace() throws Exception {
        var socket = client.webSocket().send("40/random");
        assertThat(socket.text()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
        assertThat(socket.send("40").text()).startsWith("40{");
    }

    @Test
    @DisplayName("a client that joins nothing is closed when the time is over")
    void connectTimeout() throws Exception {
        assertThat(client.webSocket().closed()).isEqualTo(1000);
    }

    @Test
    @DisplayName("leaving one namespace leaves the other alone, and nobody hears what is said after leaving")
    void leaves() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        server.sockets().namespace("/custom").onConnect(socket -> socket.onAny(event -> heard.add(event.name())));
        var socket = connected("");
        assertThat(socket.send("40/custom,").text()).startsWith("40/custom,");
        socket.send("42/custom,[\"first\"]").send("41/custom,").send("42/custom,[\"nobody hears this\"]");
        assertThat(socket.send("42[\"message\",\"hello\"]").text()).isEqualTo("42[\"message-back\",\"hello\"]");
        assertThat(heard).containsExactly("first");
    }

    @Test
    @DisplayName("nobody hears what somebody says who was put out meanwhile")
    void saidTooLate() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        var release = new CountDownLatch(1);
        var busy = new CountDownLatch(1);
        var clients = new LinkedBlockingQueue<RawSocket>();
        var here = connectedHere(clients);
        var ended = new CountDownLatch(1);
        here.onDisconnect(why -> ended.countDown());
        here.on("work", event -> {
            busy.countDown();
            await(release);
        });
        here.on("change", event -> heard.add("change"));
        var there = clients.take().send("42[\"work\"]").send("42[\"change\"]");
        busy.await();
        here.disconnect();
        release.countDown();
        ended.await();
        assertThat(there.text()).isEqualTo("41");
        assertThat(heard).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "42[\"message\",1,\"2\",{\"3\":[true]}] 42[\"message-back\",1,\"2\",{\"3\":[true]}]",
                "42[\"message\"] 42[\"message-back\"]",
                "42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}] 43456[1,\"2\",{\"3\":[false]}]"
            })
    void plain(String packet, String reply) throws Exception {
        assertThat(connected("").send(packet).text()).isEqualTo(reply);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}] 452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                "452-[\"message\",{\"a\":[{\"_placeholder\":true,\"num\":0},{\"b\":{\"_placeholder\":true,\"num\":1}}]}] 452-[\"message-back\",{\"a\":[{\"_placeholder\":true,\"num\":0},{\"b\":{\"_placeholder\":true,\"num\":1}}]}]",
                "452-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}] 462-789[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]"
            })
    void binary(String packet, String reply) throws Exception {
        var socket = connected("").send(packet).send((byte) 1, (byte) 2).send((byte) 3);
        assertThat(socket.text()).isEqualTo(reply);
        assertThat(socket.binary()).containsExactly(1, 2);
        assertThat(socket.binary()).containsExactly(3);
    }

    @Test
    @DisplayName("binary in a custom namespace carries its name")
    void binaryInNamespace() throws Exception {
        var socket = connected("/custom,");
        socket.send("451-/custom,[\"message\",{\"_placeholder\":true,\"num\":0}]")
                .send((byte) 7);
        assertThat(socket.text()).isEqualTo("451-/custom,[\"message-back\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(socket.binary()).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "4abc",
                "40",
                "42",
                "42{}",
                "42[]",
                "42[1]",
                "42[\"disconnect\"]",
                "42[\"message\"]x",
                "42abc[\"message-with-ack\",1]",
                "4299999999999999999[\"message-with-ack\",1]",
                "42/custom,[\"message\"]",
                "43[1]",
                "44{}",
                "450-[\"message\"]",
                "4517-[\"message\"]",
                "451[\"message\"]",
            })
    @DisplayName("what is no packet of a client closes the connection")
    void malformed(String packet) throws Exception {
        assertThat(connected("").send(packet).closed()).isEqualTo(1000);
    }

    @Test
    @DisplayName("an attachment that is not due, a text where one is, and a placeholder for none close the connection")
    void misplacedAttachments() throws Exception {
        assertThat(connected("").send((byte) 1).closed()).isEqualTo(1000);
        assertThat(connected("")
                        .send("451-[\"message\"]")
                        .send("42[\"message\"]")
                        .closed())
                .isEqualTo(1000);
        assertThat(connected("")
                        .send("451-[\"message\",{\"_placeholder\":true,\"num\":1}]")
                        .send((byte) 1)
                        .closed())
                .isEqualTo(1000);
    }

    @Test
    @DisplayName("a refused client hears why, and nothing of what was sent to it before")
    void refused() throws Exception {
        server.sockets().namespace("/").onConnect(socket -> {
            socket.join("room");
            socket.emit("secret");
            throw new ConnectRefusedException("No entry", Map.of("code", "UNAUTHORIZED"));
        });
        var socket = client.webSocket().send("40");
        assertThat(socket.text()).isEqualTo("44{\"message\":\"No entry\",\"data\":{\"code\":\"UNAUTHORIZED\"}}");
        server.sockets().namespace("/").to("room").emit("secret");
        assertThat(socket.send("40/custom,").text()).startsWith("40/custom,");
    }

    @Test
    @DisplayName("what waits while a connect handler takes its time is bounded as well")
    void flooded() throws Exception {
        server.sockets().namespace("/").onConnect(socket -> {
            for (int i = 0; i <= CALM.outboxMessages(); i++) {
                socket.emit("n", i);
            }
        });
        assertThat(client.webSocket().send("40").closed()).isEqualTo(1000);
    }

    @Test
    @DisplayName("when a connect handler breaks the client is hung up on without being told why, so that it comes back")
    void brokenConnectHandler() throws Exception {
        server.sockets().namespace("/").onConnect(socket -> {
            throw new IllegalStateException("the password is 123");
        });
        var sid = client.open();
        client.post(sid, "40");
        assertThat(client.poll(sid).body()).isEqualTo("1");
        assertThat(server.sockets().namespace("/").sockets()).isEmpty();
    }

    @Test
    @DisplayName("a handler that breaks costs its own event only")
    void brokenHandler() throws Exception {
        var clients = new LinkedBlockingQueue<RawSocket>();
        var here = connectedHere(clients);
        here.on("break", event -> {
            throw new IllegalStateException("broken on purpose");
        });
        here.on(
                "ask",
                event ->
                        event.acknowledge(event.arg(0).asInt() + 1, event.arg(1).isMissingNode()));
        var there = clients.take().send("42[\"break\"]");
        assertThat(there.send("427[\"ask\",41]").text()).isEqualTo("437[42,true]");
    }

    @Test
    @DisplayName("the server asks and the client answers; silence and a lost connection count as no answer")
    void serverAsks() throws Exception {
        var answers = new LinkedBlockingQueue<String>();
        var clients = new LinkedBlockingQueue<RawSocket>();
        var here = connectedHere(clients);
        var there = clients.take();

        here.emitWithAck("question", Duration.ofSeconds(20), answering(answers, "a"), 1);
        assertThat(there.text()).isEqualTo("420[\"question\",1]");
        there.send("430[\"yes\"]").send("430[\"again\"]");
        assertThat(answers.take()).isEqualTo("a [\"yes\"]");

        here.emitWithAck("question", Duration.ofMillis(1), answering(answers, "b"));
        assertThat(answers.take()).isEqualTo("b unanswered");

        here.emitWithAck("question", Duration.ofSeconds(20), answering(answers, "c"));
        there.abort();
        assertThat(answers.poll(5, TimeUnit.SECONDS)).isEqualTo("c unanswered");

        here.emitWithAck("question", Duration.ofSeconds(20), answering(answers, "d"));
        assertThat(answers.poll(5, TimeUnit.SECONDS)).isEqualTo("d unanswered");
    }

    private static AckCallback answering(BlockingQueue<String> answers, String name) {
        return new AckCallback() {
            @Override
            public void acknowledged(List<JsonNode> args) {
                answers.add(name + " " + args);
            }

            @Override
            public void unanswered() {
                answers.add(name + " unanswered");
            }
        };
    }

    @Test
    @DisplayName("a room's events reach those in it, and nobody after leaving")
    void rooms() throws Exception {
        var clients = new LinkedBlockingQueue<RawSocket>();
        var one = connectedHere(clients);
        var two = connectedHere(clients);
        one.join("red");
        two.join("red");
        two.join("blue");
        var root = server.sockets().namespace("/");
        root.to("red").emit("to", "red", new byte[] {9});
        two.leave("red");
        root.to("red").emit("to", "red again");
        root.to("blue").emit("to", "blue");
        root.emit("to", "all");

        var first = clients.take();
        assertThat(first.text()).isEqualTo("451-[\"to\",\"red\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(first.binary()).containsExactly(9);
        assertThat(first.text()).isEqualTo("42[\"to\",\"red again\"]");
        assertThat(first.text()).isEqualTo("42[\"to\",\"all\"]");
        var second = clients.take();
        second.text();
        second.binary();
        assertThat(second.text()).isEqualTo("42[\"to\",\"blue\"]");
        assertThat(second.text()).isEqualTo("42[\"to\",\"all\"]");
    }

    @Test
    @DisplayName("what was written as JSON before is sent as it is, beside values and bytes")
    void writtenBefore() throws Exception {
        var clients = new LinkedBlockingQueue<RawSocket>();
        connectedHere(clients).emit("n", Map.of("in", new RawValue("{\"a\": 1}")), new byte[] {9});
        var there = clients.take();
        assertThat(there.text()).isEqualTo("451-[\"n\",{\"in\":{\"a\": 1}},{\"_placeholder\":true,\"num\":0}]");
        assertThat(there.binary()).containsExactly(9);
    }

    @Test
    @DisplayName("whoever is put out is told, its connection is closed, and its rooms forget it")
    void putOut() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        var clients = new LinkedBlockingQueue<RawSocket>();
        var here = connectedHere(clients);
        here.onDisconnect(reasons::add);
        here.join("red");
        server.sockets().namespace("/").to("red").disconnectSockets();
        var there = clients.take();
        assertThat(there.text()).isEqualTo("41");
        assertThat(there.closed()).isEqualTo(1000);
        assertThat(reasons.take()).isEqualTo(DisconnectReason.PUT_OUT);
        here.join("red");
        assertThat(here.hasEnded()).isTrue();
        assertThat(server.sockets().namespace("/").rooms().in("red")).isEmpty();
        assertThat(server.sockets().namespace("/").sockets()).isEmpty();
    }

    @Test
    @DisplayName("putting a polling client out wakes its poll")
    void putOutWhilePolling() throws Exception {
        var sockets = new LinkedBlockingQueue<Socket>();
        server.sockets().namespace("/").onConnect(sockets::add);
        var sid = client.open();
        client.post(sid, "40");
        assertThat(client.poll(sid).body()).startsWith("40{");
        var poll = client.pollLater(sid);
        sockets.take().disconnect();
        assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("41");
        assertThat(client.poll(sid).body()).isEqualTo("1");
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("reasons of a leave and of a lost connection")
    void reasons() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        var clients = new LinkedBlockingQueue<RawSocket>();
        connectedHere(clients).onDisconnect(reasons::add);
        clients.take().send("41");
        assertThat(reasons.take()).isEqualTo(DisconnectReason.LEFT_BY_CLIENT);
        connectedHere(clients).onDisconnect(reasons::add);
        clients.take().abort();
        assertThat(reasons.poll(5, TimeUnit.SECONDS)).isEqualTo(DisconnectReason.CONNECTION_CLOSED);
    }

    @Test
    @DisplayName("what many threads emit at once arrives whole, each thread's events in its order")
    void order() throws Exception {
        int threads = 16;
        int each = 500;
        var clients = new LinkedBlockingQueue<RawSocket>();
        var here = connectedHere(clients);
        var workers = IntStream.range(0, threads)
                .mapToObj(thread -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < each; i++) {
                        here.emit("n", thread, i, new byte[] {(byte) thread});
                    }
                }))
                .toList();
        var there = clients.take();
        var json = new ObjectMapper();
        int[] next = new int[threads];
        for (int i = 0; i < threads * each; i++) {
            var event = json.readTree(there.text().substring("451-".length()));
            int thread = event.get(1).intValue();
            assertThat(event.get(2).intValue()).isEqualTo(next[thread]++);
            assertThat(there.binary()).containsExactly(thread);
        }
        for (var worker : workers) {
            worker.join();
        }
        assertThat(next).containsOnly(each);
    }
}
