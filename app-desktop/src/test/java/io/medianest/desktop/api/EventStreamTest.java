package io.medianest.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.status.StatusViewModel;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.User;
import io.medianest.model.api.Json;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.server.platform.socketio.ConnectHandler;
import io.medianest.server.platform.socketio.ConnectRefusedException;
import io.medianest.server.platform.socketio.Socket;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.SocketIoServer;
import io.medianest.server.platform.socketio.engine.OriginPolicy;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
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

    private void decide(ConnectHandler handler) {
        sockets.namespace("/").onConnect(handler);
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

    @Test
    @DisplayName("hears of whatever happens, and sees no gap where events of other kinds came between")
    void everyKind() throws Exception {
        var socket = connection();
        socket.emit("state:initial", state());
        change(socket, 1);
        var incident = new Incident("inc_1", "Plex does not answer", null, "plex", FakeApi.NOW);
        socket.emit("incident:opened", Map.of("seq", 2, "incident", incident));
        socket.emit("weather:changed", Map.of("seq", 3));
        socket.emit("preferences:updated", Map.of("seq", 4, "preferences", Map.of("theme", "dark")));
        change(socket, 5);

        assertThat(next()).isEqualTo("state");
        assertThat(next()).isEqualTo("mediaRequest:created");
        assertThat(next()).isEqualTo("incident:opened");
        assertThat(next()).isEqualTo("preferences:updated");
        assertThat(next()).isEqualTo("mediaRequest:created");
    }

    @Test
    @DisplayName("shows the Status screen an incident as soon as it opens")
    void statusScreen() throws Exception {
        var socket = connection();
        socket.emit("state:initial", state());
        assertThat(next()).isEqualTo("state");
        var api = new FakeApi();
        var me = new SimpleObjectProperty<@Nullable User>(api.user());
        var async = new Async(Runnable::run, Runnable::run, _ -> {});
        new StatusViewModel(api, stream, async, new FakeNotices(), me, Clock.systemUTC()).start();
        api.calls.clear();

        var incident = new Incident("inc_1", "Plex does not answer", null, "plex", FakeApi.NOW);
        socket.emit("incident:opened", Map.of("seq", 1, "incident", incident));
        change(socket, 2);

        assertThat(next()).isEqualTo("incident:opened");
        assertThat(next()).isEqualTo("mediaRequest:created");
        assertThat(api.calls).contains("serviceStatus");
    }

    @Test
    @DisplayName("comes back by itself when it was put out or refused for a reason that may pass")
    void comesBack() throws Exception {
        var refusals = new LinkedBlockingQueue<Socket>();
        var first = connection();
        decide(socket -> {
            decide(connected::add);
            refusals.add(socket);
            throw new ConnectRefusedException("The house is being cleaned");
        });
        first.disconnect();
        assertThat(refusals.poll(20, TimeUnit.SECONDS)).isNotNull();
        connection().emit("state:initial", state());
        assertThat(next()).isEqualTo("state");
        assertThat(stream.connectionProperty().get()).isEqualTo(Connection.LIVE);
    }

    @Test
    @DisplayName("does not try again when its credential is not valid any more")
    void refusedForGood() throws Exception {
        var first = connection();
        var offline = new CountDownLatch(1);
        stream.connectionProperty().subscribe(now -> {
            if (now == Connection.OFFLINE) {
                offline.countDown();
            }
        });
        decide(socket -> {
            throw new ConnectRefusedException("Sign in", Map.of("code", "UNAUTHORIZED"));
        });
        first.disconnect();
        assertThat(offline.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.connectionProperty().get()).isEqualTo(Connection.OFFLINE);
    }
}
