package io.medianest.server.platform.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.socketio.engine.EngineConfig;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.engineio.client.transports.Polling;
import io.socket.engineio.client.transports.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The protocol's own Java client, unmodified, over each of its ways.
class SocketIoClientTest {
    private static final EngineConfig LIVELY = new EngineConfig(
            Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000, 10, 512, 1_000_000);

    private EchoServer server;
    private final BlockingQueue<Object[]> received = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() {
        server = EchoServer.start(0, LIVELY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("polling, then upgrade", List.of(Polling.NAME, WebSocket.NAME)),
                Arguments.of("WebSocket", List.of(WebSocket.NAME)),
                Arguments.of("polling", List.of(Polling.NAME)));
    }

    private io.socket.client.Socket connect(String namespace, List<String> transports) {
        var options = IO.Options.builder()
                .setTransports(transports.toArray(String[]::new))
                .setForceNew(true)
                .setReconnection(false)
                .setAuth(Map.of("token", "123"))
                .build();
        var socket = IO.socket(java.net.URI.create("http://127.0.0.1:" + server.port() + namespace), options);
        for (var event : List.of("auth", "message-back", "connect_error", "disconnect")) {
            socket.on(event, args -> received.add(named(event, args)));
        }
        return socket.connect();
    }

    private static Object[] named(String event, Object... args) {
        var all = new Object[args.length + 1];
        all[0] = event;
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    private Object[] next() throws InterruptedException {
        var message = received.poll(10, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    private static byte[] bytesIn(Object deep) throws JSONException {
        return (byte[]) ((JSONObject) deep).getJSONArray("in").get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("connects, is echoed texts and nested bytes in order, is acknowledged, disconnects")
    void everything(String way, List<String> transports) throws Exception {
        var socket = connect("/", transports);
        assertThat(next()[1]).as(way).hasToString("{\"token\":\"123\"}");

        var bytes = new byte[] {1, 2, 3};
        // With the org.json of today, the client takes bytes for a list of numbers unless they lie deeper.
        var deep = new JSONObject().put("in", new JSONArray().put((Object) bytes));
        socket.emit("message", 1, "zwölf", deep);
        var back = next();
        assertThat(back[1]).isEqualTo(1);
        assertThat(back[2]).isEqualTo("zwölf");
        assertThat(bytesIn(back[3])).containsExactly(1, 2, 3);

        var acknowledged = new LinkedBlockingQueue<Object[]>();
        socket.emit("message-with-ack", new Object[] {"x", deep}, (Ack) acknowledged::add);
        var answer = acknowledged.poll(10, TimeUnit.SECONDS);
        assertThat(answer).isNotNull().startsWith("x");
        assertThat(bytesIn(answer[1])).containsExactly(1, 2, 3);

        for (int i = 0; i < 300; i++) {
            socket.emit("message", i);
        }
        for (int i = 0; i < 300; i++) {
            assertThat(next()[1]).isEqualTo(i);
        }
        socket.disconnect();
        assertThat(next()).containsExactly("disconnect", "io client disconnect");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("is told of a refusal and of being put out")
    void refusedAndPutOut(String way, List<String> transports) throws Exception {
        var unknown = connect("/nobody", transports);
        assertThat(((JSONObject) next()[1]).getString("message")).as(way).isEqualTo("Invalid namespace");
        unknown.disconnect();

        connect("/", transports);
        assertThat(next()).startsWith("auth");
        server.sockets().namespace("/").disconnectSockets();
        assertThat(next()).containsExactly("disconnect", "io server disconnect");
    }
}
