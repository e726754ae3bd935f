package io.medianest.desktop.api;

import io.medianest.model.event.LiveState;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.emitter.Emitter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.json.JSONObject;

/// The live line: Socket.IO with reconnecting that waits longer each time, with jitter.
/// What comes is read on the client library's thread and handed over on the executor of the FX thread.
public final class EventStream implements Events, AutoCloseable {
    /// Why a server refuses somebody for good.
    private static final Set<String> FINAL = Set.of("UNAUTHORIZED", "ACCOUNT_SUSPENDED", "USER_NOT_FOUND");

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final double JITTER = 0.5;
    /// After so many attempts in vain it is called offline; that is about ten seconds.
    private static final int ATTEMPTS_UNTIL_OFFLINE = 4;

    private final Executor ui;
    private final NewsReader reader = new NewsReader();
    private final EventFeed feed = new EventFeed();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("events-", 0).factory());
    /// Read anew by the client library with each connect: who has been connected says so, and is told that it may have
    /// missed something.
    private final Map<String, String> auth = new ConcurrentHashMap<>();
    private final Socket socket;
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.RECONNECTING);
    /// Refusals since it was last let in. Touched by the client library's thread only.
    private int refusals;
    private volatile boolean closed;

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
        socket.onAnyIncoming(this::received);
        socket.on(Socket.EVENT_CONNECT, _ -> letIn());
        socket.on(Socket.EVENT_DISCONNECT, _ -> disconnected());
        socket.on(Socket.EVENT_CONNECT_ERROR, this::refusedOrUnreachable);
        Emitter line = socket.io();
        line.on(Manager.EVENT_RECONNECT_ATTEMPT, arguments -> attempted((Integer) arguments[0]));
        socket.connect();
    }

    /// @param message name, content, and the acknowledgement if there is to be one
    private void received(Object... message) {
        if (message.length < 2) {
            return;
        }
        var news = reader.read(message[0].toString(), message[1].toString());
        ui.execute(() -> accept(news));
        if (message[message.length - 1] instanceof Ack ack) {
            ack.call();
        }
    }

    private void accept(News news) {
        feed.accept(news);
        if (feed.lastSeq() >= 0) {
            auth.put("lastSeq", Long.toString(feed.lastSeq()));
        }
    }

    private void letIn() {
        refusals = 0;
        became(Connection.LIVE);
    }

    /// After most ends the client library comes back by itself, but not when the server has put it out.
    private void disconnected() {
        if (closed) {
            return;
        }
        became(Connection.RECONNECTING);
        if (!socket.isActive()) {
            comeBack();
        }
    }

    /// A refusal by the server is final for the client library, which then tries no more. For us it is only if its
    /// reason lasts.
    private void refusedOrUnreachable(Object... arguments) {
        if (closed || socket.isActive()) {
            return;
        }
        if (FINAL.contains(code(arguments))) {
            became(Connection.OFFLINE);
            return;
        }
        comeBack();
    }

    private static String code(Object... arguments) {
        return arguments.length > 0
                        && arguments[0] instanceof JSONObject refusal
                        && refusal.opt("data") instanceof JSONObject data
                ? data.optString("code")
                : "";
    }

    private void comeBack() {
        refusals++;
        attempted(refusals);
        var wait = waitBefore(refusals);
        threads.execute(() -> {
            try {
                Thread.sleep(wait);
                socket.connect();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed meanwhile
            }
        });
    }

    /// As the client library would wait.
    private static Duration waitBefore(int attempt) {
        long millis = FIRST_WAIT.toMillis() << Math.min(attempt - 1, Integer.SIZE / 2);
        double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (Math.min(millis, LONGEST_WAIT.toMillis()) * jitter));
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
        closed = true;
        socket.close();
        threads.shutdownNow();
    }
}
