package io.medianest.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medianest.server.platform.Await;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// A Socket.IO client that hears what one server tells its person.
public final class LiveEar implements AutoCloseable {
    private static final List<String> EVENTS = List.of(
            "state:initial",
            "state:sync",
            "mediaRequest:created",
            "mediaRequest:statusChanged",
            "service:status",
            "preferences:updated");

    private final Socket socket;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private LiveEar(Socket socket) {
        this.socket = socket;
    }

    private record Heard(String name, JsonNode event) {}

    public static LiveEar on(int port, String token) {
        return by("websocket", port, token);
    }

    /// @param transport `polling` or `websocket`
    public static LiveEar by(String transport, int port, String token) {
        var options = IO.Options.builder()
                .setForceNew(true)
                .setTransports(new String[] {transport})
                .setReconnection(false)
                .setAuth(Map.of("token", token))
                .build();
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
        try {
            heard.add(new Heard(name, new ObjectMapper().readTree(args[0].toString())));
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
        Await.until(name, () -> heard.stream().anyMatch(h -> h.name.equals(name) && one.test(h.event)));
        return heard.stream()
                .filter(h -> h.name.equals(name) && one.test(h.event))
                .findFirst()
                .orElseThrow()
                .event;
    }

    /// Waits until the server has closed the connection.
    public void awaitEnd() {
        Await.until("the connection is closed", () -> ended);
    }

    @Override
    public void close() {
        socket.close();
    }
}
