package io.medianest.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.desktop.FakeApi;
import io.medianest.model.api.Json;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.socketio.Socket;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.SocketIoServer;
import io.medianest.server.platform.socketio.engine.OriginPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    private final SocketIoServer sockets =
            new SocketIoServer(SocketIoConfig.defaults(), Json.strict(), OriginPolicy.any(), timers);
    private final BlockingQueue<Socket> connected = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private WebServer web;
    private EventStream stream;

    @BeforeEach
    void start() {
        sockets.namespace("/").onConnect(connected::add);
        var http = HttpRouting.builder();
        var webSockets = WsRouting.builder();
        sockets.register(http, webSockets);
        web = WebServer.builder()
                .host("127.0.0.1")
                .shutdownHook(false)
                .addRouting(http)
                .addRouting(webSockets)
                .build()
                .start();
        stream = new EventStream(
                new ServerConnection(URI.create("http://127.0.0.1:" + web.port() + "/"), "secret"), Runnable::run);
        stream.onState(_ -> told.add("state"));
        stream.listen(new EventListener() {
            @Override
            public void on(ServerEvent event) {
                told.add(event.wireName());
            }

            @Override
            public void missedSome() {
                told.add("missed some");
            }
        });
        stream.start();
    }

    @AfterEach
    void stop() {
        stream.close();
        sockets.close();
        web.stop();
        timers.shutdownNow();
    }

    private Socket connection() throws InterruptedException {
        var socket = connected.poll(20, TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return socket;
    }

    private String next() throws InterruptedException {
        var next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private static LiveState state() {
        return new LiveState(new FakeApi().user(), List.of(), List.of(), List.of(), 0, 0);
    }

    private static void change(Socket socket, long seq) {
        socket.emit(
                "mediaRequest:created",
                Map.of("seq", seq, "request", new FakeApi().all().getFirst()));
    }

    @Test
    @DisplayName("comes back after a break by itself, says what it heard last, and reads again; so it does after a gap")
    void breaksAndGaps() throws Exception {
        var first = connection();
        JsonNode credentials = first.handshake().auth();
        assertThat(credentials).hasToString("{\"token\":\"secret\"}");
        first.emit("state:initial", state());
        assertThat(next()).isEqualTo("state");
        change(first, 1);
        assertThat(next()).isEqualTo("mediaRequest:created");

        first.closeConnection();
        var second = connection();
        assertThat(second.handshake().auth().path("token").asText()).isEqualTo("secret");
        assertThat(second.handshake().auth().path("lastSeq").asLong()).isEqualTo(1);
        second.emit("state:sync", state());
        assertThat(next()).isEqualTo("state");
        assertThat(next()).isEqualTo("missed some");

        change(second, 1);
        change(second, 3);
        assertThat(next()).isEqualTo("mediaRequest:created");
        assertThat(next()).isEqualTo("missed some");
        assertThat(next()).isEqualTo("mediaRequest:created");
        assertThat(stream.connectionProperty().get()).isEqualTo(Connection.LIVE);
    }
}
