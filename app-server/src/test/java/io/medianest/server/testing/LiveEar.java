package io.medianest.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medianest.server.platform.Await;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.client.SocketOptionBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/// A Socket.IO client that hears what one server tells its person.
public final class LiveEar implements AutoCloseable {
    private static final List<String> EVENTS = List.of(
            "state:initial",
            "state:sync",
            "mediaRequest:created",
            "mediaRequest:statusChanged",
            "service:status",
            "incident:opened",
            "incident:resolved",
            "notification:new",
            "preferences:updated");

    private final Socket socket;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private LiveEar(Socket socket) {
        this.socket = socket;
    }

    /// @param at on the clock of [System#nanoTime()]
    private record Heard(String name, JsonNode event, long at) {}

    public static LiveEar on(int port, String token) {
        return by("websocket", port, token);
    }

    /// @param transport `polling` or `websocket`
    public static LiveEar by(String transport, int port, String token) {
        return connect(port, options(transport, token).setReconnection(false).build());
    }

    /// One that comes back by itself whenever its connection ends.
    ///
    /// @param from the address that it comes from, one of this machine's
    public static LiveEar staying(String from, int port, String token) {
        var options = options("websocket", token)
                .setReconnectionDelay(100)
                .setReconnectionDelayMax(500)
                .build();
        options.webSocketFactory =
                new OkHttpClient.Builder().socketFactory(new From(from)).build();
        return connect(port, options);
    }

    private static SocketOptionBuilder options(String transport, String token) {
        return IO.Options.builder()
                .setForceNew(true)
                .setTransports(new String[] {transport})
                .setAuth(Map.of("token", token));
    }

    private static LiveEar connect(int port, IO.Options options) {
        var socket = IO.socket(URI.create("http://127.0.0.1:" + port), options);
        var ear = new LiveEar(socket);
        for (var name : EVENTS) {
            socket.on(name, args -> ear.hear(name, args));
        }
        socket.on(Socket.EVENT_DISCONNECT, args -> ear.ended = true);
        socket.connect();
        return ear;
    }

    private void hear(String name, Object[] args) {
        long now = System.nanoTime();
        try {
            heard.add(new Heard(name, new ObjectMapper().readTree(args[0].toString()), now));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        if (args[args.length - 1] instanceof Ack ack) {
            ack.call();
        }
    }

    public JsonNode awaitFirst(String name) {
        return await(name, event -> true);
    }

    /// The first event of that name that is the one.
    public JsonNode await(String name, Predicate<JsonNode> one) {
        return awaitHeard(name, one).event;
    }

    /// When it was heard, on the clock of [System#nanoTime()].
    public long awaitMoment(String name, Predicate<JsonNode> one) {
        return awaitHeard(name, one).at;
    }

    private Heard awaitHeard(String name, Predicate<JsonNode> one) {
        Await.until(name, () -> first(name, one).isPresent());
        return first(name, one).orElseThrow();
    }

    private Optional<Heard> first(String name, Predicate<JsonNode> one) {
        return heard.stream()
                .filter(h -> h.name.equals(name) && one.test(h.event))
                .findFirst();
    }

    /// Waits until something is heard for the nth time, and says what it was then.
    public JsonNode awaitTimes(int times, String name) {
        Await.until(name + " for the " + times + ". time", () -> all(name).size() >= times);
        return all(name).get(times - 1);
    }

    private List<JsonNode> all(String name) {
        return heard.stream().filter(h -> h.name.equals(name)).map(Heard::event).toList();
    }

    /// Whether its connection has ended once or more.
    public boolean hasEnded() {
        return ended;
    }

    /// Waits until the server has closed the connection.
    public void awaitEnd() {
        Await.until("the connection is closed", () -> ended);
    }

    @Override
    public void close() {
        socket.close();
    }

    /// Makes connections that come from one address.
    private static final class From extends SocketFactory {
        private final String address;

        private From(String address) {
            this.address = address;
        }

        @Override
        public java.net.Socket createSocket() throws IOException {
            var made = new java.net.Socket();
            made.bind(new InetSocketAddress(address, 0));
            return made;
        }

        @Override
        public java.net.Socket createSocket(String host, int port) throws IOException {
            return connected(InetAddress.getByName(host), port);
        }

        @Override
        public java.net.Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(host, port);
        }

        @Override
        public java.net.Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return connected(InetAddress.getByName(host), port);
        }

        @Override
        public java.net.Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return connected(host, port);
        }

        private java.net.Socket connected(InetAddress host, int port) throws IOException {
            var made = createSocket();
            made.connect(new InetSocketAddress(host, port));
            return made;
        }
    }
}
