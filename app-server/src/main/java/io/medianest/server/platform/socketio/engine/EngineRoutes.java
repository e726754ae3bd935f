package io.medianest.server.platform.socketio.engine;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.server.platform.socketio.engine.EngineServer.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts an Engine.IO server on a path of a Helidon server, for HTTP and WebSocket.
///
/// The routes read and answer their requests in full, so filters around them (CORS, correlation, logging) may add
/// headers but must leave bodies alone. `OPTIONS` is passed on.
public final class EngineRoutes {
    private static final String POLL_NAME = "t";

    private final EngineServer server;
    private final String path;
    private final BodyReader bodies;

    /// @param path begins and ends with a slash, for example `/engine.io/`
    /// @param bodies reads what is posted
    public EngineRoutes(EngineServer server, String path, BodyReader bodies) {
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("the path must begin and end with a slash: " + path);
        }
        this.server = server;
        this.path = path;
        this.bodies = bodies;
    }

    /// Adds the routes.
    public void register(HttpRules http, WsRouting.Builder webSockets) {
        http.any(path, this::serve);
        webSockets.endpoint(path, () -> new WebSocketEndpoint(server));
    }

    static EngineHandshake handshake(Headers headers, Map<String, List<String>> query, String remoteAddress) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach(header -> all.put(header.name(), List.copyOf(header.allValues())));
        return new EngineHandshake(all, query, remoteAddress);
    }

    private void serve(ServerRequest in, ServerResponse out) throws IOException, InterruptedException {
        if (in.prologue().method().equals(Method.OPTIONS)) {
            out.next();
            return;
        }
        var request =
                handshake(in.headers(), in.query().toMap(), in.remotePeer().host());
        var transport = isUpgrade(request) ? Transport.WEBSOCKET : Transport.POLLING;
        var problem = server.problem(request, transport, in.prologue().method().text());
        if (problem.isPresent() || transport == Transport.WEBSOCKET) {
            refuse(out, problem.orElse(EngineError.BAD_REQUEST));
            return;
        }
        var session = server.find(request.parameter("sid"));
        if (session == null) {
            open(request, out);
        } else if (!session.polls()) {
            refuse(out, EngineError.BAD_REQUEST);
        } else if (in.prologue().method().equals(Method.GET)) {
            poll(session, request.parameter(POLL_NAME), out);
        } else if (in.prologue().method().equals(Method.POST)) {
            receive(session, in, out);
        } else {
            refuse(out, EngineError.BAD_REQUEST);
        }
    }

    /// A WebSocket that was refused is handed to the HTTP routes, to be told why.
    private static boolean isUpgrade(EngineHandshake request) {
        return "websocket".equalsIgnoreCase(request.header("Upgrade"));
    }

    private void open(EngineHandshake request, ServerResponse out) {
        var open = server.open(request);
        if (open.isEmpty()) {
            refuse(out, EngineError.TOO_MANY_SESSIONS);
            return;
        }
        reply(out, open.get().text());
    }

    private void poll(EngineSession session, @Nullable String name, ServerResponse out) throws InterruptedException {
        switch (session.poll(name)) {
            case PollReply.Packets(List<EnginePacket> packets) -> deliver(session, packets, out);
            case PollReply.Refused _, PollReply.Duplicate _ -> refuse(out, EngineError.BAD_REQUEST);
        }
    }

    /// What cannot be written is lost, so that the session must not go on as if the client had it.
    private static void deliver(EngineSession session, List<EnginePacket> packets, ServerResponse out) {
        try {
            reply(out, EnginePacket.body(packets));
        } catch (RuntimeException e) {
            session.end(CloseReason.TRANSPORT_FAILED);
            throw e;
        }
    }

    private void receive(EngineSession session, ServerRequest in, ServerResponse out)
            throws IOException, InterruptedException {
        byte[] body = read(in);
        if (body.length > server.config().maxPayload()) {
            session.reject();
            refuse(out, EngineError.PAYLOAD_TOO_LARGE);
            return;
        }
        try {
            for (var packet : EnginePacket.parseBody(decode(body))) {
                session.receive(packet);
            }
            reply(out, "ok");
        } catch (ProtocolViolation e) {
            session.reject();
            refuse(out, EngineError.BAD_REQUEST);
        }
    }

    private byte[] read(ServerRequest in) throws IOException {
        if (!in.content().hasEntity()) {
            return new byte[0];
        }
        return bodies.read(() -> {
            try (var stream = in.content().inputStream()) {
                return stream.readNBytes(server.config().maxPayload() + 1);
            }
        });
    }

    private static String decode(byte[] body) throws ProtocolViolation {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolViolation("not UTF-8", e);
        }
    }

    private static void reply(ServerResponse out, String body) {
        send(out, Status.OK_200, "text/plain; charset=UTF-8", body);
    }

    private static void refuse(ServerResponse out, EngineError error) {
        send(out, Status.create(error.status()), "application/json", error.json());
    }

    private static void send(ServerResponse out, Status status, String type, String body) {
        out.status(status);
        out.header(HeaderNames.CONTENT_TYPE, type);
        out.header(HeaderNames.CACHE_CONTROL, "no-store");
        out.send(body.getBytes(StandardCharsets.UTF_8));
    }
}
