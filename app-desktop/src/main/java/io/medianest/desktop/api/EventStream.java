package io.medianest.desktop.api;

import io.medianest.model.event.LiveState;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.emitter.Emitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/// The live line: Socket.IO with reconnecting that waits longer each time, with jitter.
/// Everything is handed over on the executor of the FX thread.
public final class EventStream implements Events, AutoCloseable {
    private static final List<String> EVENTS = List.of(
            "state:initial",
            "state:sync",
            "mediaRequest:created",
            "mediaRequest:statusChanged",
            "download:statusChanged",
            "download:progress",
            "service:status");
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final double JITTER = 0.5;
    /// After so many attempts in vain it is called offline; that is about ten seconds.
    private static final int ATTEMPTS_UNTIL_OFFLINE = 4;

    private final Executor ui;
    private final EventFeed feed = new EventFeed();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("events-", 0).factory());
    /// Read anew by the client library with each connect: who has been connected says so, and is told that it may have
    /// missed something.
    private final Map<String, String> auth = new ConcurrentHashMap<>();
    private final Socket socket;
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.RECONNECTING);

    /// Not connected before [#start()].
    ///
    /// @param ui runs on the FX thread
    public EventStream(ServerConnection server, Executor ui) {
        this.ui = ui;
        auth.put("token", server.credential());
        this.socket = IO.socket(server.address(), options());
    }

    private IO.Options options() {
        var http =
                new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
        var options = new IO.Options();
        options.forceNew = true;
        options.transports = new String[] {"websocket"};
        options.auth = auth;
        options.callFactory = http;
        options.webSocketFactory = new PoliteWebSockets(http);
        options.reconnectionDelay = FIRST_WAIT.toMillis();
        options.reconnectionDelayMax = LONGEST_WAIT.toMillis();
        options.randomizationFactor = JITTER;
        return options;
    }

    public void start() {
        EVENTS.forEach(name -> socket.on(name, arguments -> received(name, arguments)));
        socket.on(Socket.EVENT_CONNECT, _ -> became(Connection.LIVE));
        socket.on(Socket.EVENT_DISCONNECT, _ -> became(Connection.RECONNECTING));
        socket.on(Socket.EVENT_CONNECT_ERROR, _ -> refusedOrUnreachable());
        Emitter line = socket.io();
        line.on(Manager.EVENT_RECONNECT_ATTEMPT, arguments -> attempted((Integer) arguments[0]));
        socket.connect();
    }

    private void received(String name, Object[] arguments) {
        if (arguments.length == 0) {
            return;
        }
        String payload = arguments[0].toString();
        ui.execute(() -> accept(name, payload));
        if (arguments[arguments.length - 1] instanceof Ack ack) {
            ack.call();
        }
    }

    private void accept(String name, String payload) {
        feed.accept(name, payload);
        if (feed.lastSeq() >= 0) {
            auth.put("lastSeq", Long.toString(feed.lastSeq()));
        }
    }

    /// A refusal by the server is final for the client library, which then tries no more.
    private void refusedOrUnreachable() {
        if (!socket.isActive()) {
            became(Connection.OFFLINE);
        }
    }

    private void attempted(int number) {
        if (number > ATTEMPTS_UNTIL_OFFLINE) {
            became(Connection.OFFLINE);
        }
    }

    private void became(Connection state) {
        ui.execute(() -> connection.set(state));
    }

    @Override
    public Subscription listen(EventListener listener) {
        return feed.listen(listener);
    }

    @Override
    public void onState(Consumer<LiveState> consumer) {
        feed.onState(consumer);
    }

    @Override
    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    @Override
    public void close() {
        socket.close();
        threads.shutdownNow();
    }
}
