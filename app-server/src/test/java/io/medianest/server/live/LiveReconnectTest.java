package io.medianest.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.socketio.JavaScriptClient;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.engine.EngineConfig;
import io.medianest.server.testing.WeakLink;
import io.socket.client.Ack;
import io.socket.client.IO;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clients of others, unmodified, whose connection breaks, falls silent, and whose server is started anew while things
/// go on: a request moves from version to version, and each client must know each of them.
class LiveReconnectTest {
    private static final SocketIoConfig LIVELY = new SocketIoConfig(
            "/socket.io/",
            Duration.ofSeconds(10),
            50,
            new EngineConfig(
                    Duration.ofMillis(300),
                    Duration.ofMillis(700),
                    Duration.ofSeconds(5),
                    1_000_000,
                    50,
                    512,
                    500_000));
    private static final String USER = "usr_mia";
    private static final long PATIENCE_SECONDS = 30;

    /// What a client heard: the state or a change, with the version of the request in it.
    private record Told(String event, long seq, int version) {
        boolean isState() {
            return event.startsWith("state:");
        }
    }

    enum Client {
        JAVASCRIPT,
        JAVASCRIPT_WEBSOCKET,
        JAVASCRIPT_POLLING,
        JAVA,
        JAVA_WEBSOCKET,
        JAVA_POLLING;

        /// Quickly, that is: who polls may wait a minute for an answer before trying another connection.
        private boolean noticesSilence() {
            return switch (this) {
                case JAVASCRIPT, JAVASCRIPT_WEBSOCKET, JAVA_WEBSOCKET -> true;
                case JAVASCRIPT_POLLING, JAVA, JAVA_POLLING -> false;
            };
        }

        private List<String> transports() {
            return switch (this) {
                case JAVASCRIPT, JAVA -> List.of("polling", "websocket");
                case JAVASCRIPT_WEBSOCKET, JAVA_WEBSOCKET -> List.of("websocket");
                case JAVASCRIPT_POLLING, JAVA_POLLING -> List.of("polling");
            };
        }
    }

    private final AtomicInteger version = new AtomicInteger();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final List<Told> all = new ArrayList<>();
    private LiveServer server;
    private WeakLink link;

    @BeforeEach
    void start() throws IOException {
        server = LiveServer.start(LIVELY, version::get);
        link = WeakLink.to(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    @DisplayName("misses nothing, however its connection ends")
    void missesNothing(Client client) throws Exception {
        try (var _ = connect(client)) {
            awaitState("state:initial");
            change(20);
            awaitVersion();

            change(5);
            link.cut();
            change(20);
            awaitVersion();

            if (client.noticesSilence()) {
                link.silence();
                change(5);
                awaitState("state:sync");
                change(20);
                awaitVersion();
            }

            change(5);
            server.close();
            version.addAndGet(5);
            server = LiveServer.start(LIVELY, version::get);
            link.lead(server.port());
            link.cut();
            awaitState("state:sync");
            change(20);
            awaitVersion();
        }
        assertNothingWasMissed();
    }

    private void change(int times) {
        for (int i = 0; i < times; i++) {
            int next = version.incrementAndGet();
            server.bus().publish(new ServerEvent.RequestChanged(LiveServer.request(USER, next)));
        }
    }

    private Told next() throws InterruptedException {
        var next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("news within %d s, after %s", PATIENCE_SECONDS, all).isNotNull();
        all.add(next);
        return next;
    }

    private void awaitState(String name) throws InterruptedException {
        Told next;
        do {
            next = next();
        } while (!next.isState());
        assertThat(next.event()).isEqualTo(name);
    }

    /// Until the client knows the newest version.
    private void awaitVersion() throws InterruptedException {
        while (all.getLast().version() < version.get()) {
            next();
        }
    }

    /// Each connection begins with the state, and then tells each change that is not in it.
    private void assertNothingWasMissed() {
        long seq = 0;
        int known = 0;
        for (var news : all) {
            if (news.isState()) {
                assertThat(news.version())
                        .as("never older than before: %s", all)
                        .isGreaterThanOrEqualTo(known);
                seq = 0;
                known = news.version();
            } else {
                long missing = news.seq() - seq - 1;
                assertThat(missing).as("no number left out: %s", all).isZero();
                assertThat(news.version()).as("no version left out: %s", all).isLessThanOrEqualTo(known + 1);
                seq = news.seq();
                known = Math.max(known, news.version());
            }
        }
        assertThat(known).isEqualTo(version.get());
    }

    private AutoCloseable connect(Client client) {
        var address = URI.create("http://127.0.0.1:" + link.port());
        return switch (client) {
            case JAVASCRIPT, JAVASCRIPT_WEBSOCKET, JAVASCRIPT_POLLING -> javaScript(address, client.transports());
            case JAVA, JAVA_WEBSOCKET, JAVA_POLLING -> java(address, client.transports());
        };
    }

    private AutoCloseable javaScript(URI address, List<String> transports) {
        var client = JavaScriptClient.start(
                address, Map.of("transports", transports, "reconnectionDelay", 20, "reconnectionDelayMax", 200), "mia");
        var listener = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var heard = client.heard().take();
                    if (heard.event().contains(":")) {
                        hear(heard.event(), heard.arg());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return () -> {
            listener.interrupt();
            client.close();
        };
    }

    private AutoCloseable java(URI address, List<String> transports) {
        var auth = new ConcurrentHashMap<String, String>(Map.of("token", "mia"));
        var options = IO.Options.builder()
                .setForceNew(true)
                .setTransports(transports.toArray(String[]::new))
                .setReconnectionDelay(20)
                .setReconnectionDelayMax(200)
                .setAuth(auth)
                .build();
        // Its HTTP library sends a poll again when its connection breaks, also after the server has answered it.
        options.timestampRequests = true;
        var json = new ObjectMapper();
        var socket = IO.socket(address, options);
        for (var event : List.of("state:initial", "state:sync", "mediaRequest:statusChanged")) {
            socket.on(event, args -> {
                try {
                    var payload = json.readTree(args[0].toString());
                    auth.put("lastSeq", payload.get("seq").asText());
                    hear(event, payload);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                if (args[args.length - 1] instanceof Ack ack) {
                    ack.call();
                }
            });
        }
        socket.connect();
        return socket::close;
    }

    private void hear(String event, JsonNode payload) {
        var request = payload.has("request")
                ? payload.get("request")
                : payload.get("requests").get(0);
        told.add(new Told(
                event, payload.get("seq").longValue(), request.get("version").intValue()));
    }
}
