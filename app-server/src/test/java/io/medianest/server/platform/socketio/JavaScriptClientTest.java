package io.medianest.server.platform.socketio;

import static io.medianest.server.platform.socketio.JavaScriptClient.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.socketio.engine.EngineConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The protocol's own JavaScript client, unmodified, over each of its ways.
class JavaScriptClientTest {
    private static final EngineConfig LIVELY = new EngineConfig(
            Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000, 10, 512, 1_000_000);

    private EchoServer server;

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
                Arguments.of("polling, then upgrade", List.of("polling", "websocket")),
                Arguments.of("WebSocket", List.of("websocket")),
                Arguments.of("polling", List.of("polling")));
    }

    private JavaScriptClient connect(String namespace, List<String> transports) {
        return JavaScriptClient.start(
                URI.create("http://127.0.0.1:" + server.port() + namespace),
                Map.of("transports", transports, "reconnection", false),
                "123");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("connects, is echoed texts and nested bytes in order, asks and is asked, disconnects")
    void everything(String way, List<String> transports) throws Exception {
        var asked = new LinkedBlockingQueue<String>();
        server.sockets().namespace("/asking").onConnect(socket -> {
            socket.on(
                    "message", event -> socket.emit("message-back", event.args().toArray()));
            socket.on(
                    "message-with-ack", event -> event.acknowledge(event.args().toArray()));
            socket.on("ask me", event -> socket.emitWithAck("question", Duration.ofSeconds(20), answers(asked), "x"));
        });
        try (var client = connect("/asking", transports)) {
            assertThat(client.next().event()).as(way).isEqualTo("connect");
            if (transports.size() > 1) {
                assertThat(client.upgraded()).isEqualTo("websocket");
            }
            client.emit("message", 1, "zwölf 🎬", Map.of("in", List.of(bytes(1, 2, 3))), bytes(4, 5, 6));
            assertThat(client.next().args())
                    .hasToString("[1, \"zwölf 🎬\", {\"in\":[{\"$bytes\":\"AQID\"}]}, {\"$bytes\":\"BAUG\"}]");

            client.ask("message-with-ack", "x", bytes(9));
            var answer = client.next();
            assertThat(answer.event()).isEqualTo("answer");
            assertThat(answer.args()).hasToString("[\"x\", {\"$bytes\":\"CQ==\"}]");

            client.emit("ask me");
            assertThat(client.next().event()).isEqualTo("question");
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("[\"received\", \"x\"]");

            for (int i = 0; i < 300; i++) {
                client.emit("message", i);
            }
            for (int i = 0; i < 300; i++) {
                assertThat(client.next().arg().intValue()).isEqualTo(i);
            }
            client.disconnect();
            assertThat(client.next().arg().textValue()).isEqualTo("io client disconnect");
        }
    }

    private static AckCallback answers(BlockingQueue<String> answers) {
        return new AckCallback() {
            @Override
            public void acknowledged(List<JsonNode> args) {
                answers.add(args.toString());
            }

            @Override
            public void unanswered() {
                answers.add("unanswered");
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("shows who it is, is told of a refusal and of being put out")
    void refusedAndPutOut(String way, List<String> transports) throws Exception {
        server.sockets().namespace("/locked").onConnect(socket -> {
            throw new ConnectRefusedException("No entry", Map.of("code", "UNAUTHORIZED"));
        });
        try (var stranger = connect("/nobody", transports);
                var refused = connect("/locked", transports);
                var welcome = connect("/custom", transports)) {
            assertThat(stranger.next().arg()).as(way).hasToString("{\"message\":\"Invalid namespace\",\"data\":{}}");
            assertThat(refused.next().arg())
                    .hasToString("{\"message\":\"No entry\",\"data\":{\"code\":\"UNAUTHORIZED\"}}");
            assertThat(welcome.next().event()).isEqualTo("connect");
            assertThat(welcome.next().arg()).hasToString("{\"token\":\"123\"}");
            server.sockets().namespace("/custom").disconnectSockets();
            assertThat(welcome.next().arg().textValue()).isEqualTo("io server disconnect");
        }
    }
}
