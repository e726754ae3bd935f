package io.medianest.server.platform.socketio.engine;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import io.medianest.server.platform.socketio.engine.EngineServer.Transport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket: a session's first transport, or a candidate to take a polling session over. Helidon calls it from
/// the one thread that serves the connection.
final class WebSocketEndpoint implements WsListener {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketEndpoint.class);

    private final EngineServer server;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private @Nullable EngineHandshake request;
    private @Nullable EngineSession session;
    private @Nullable HelidonChannel channel;
    private boolean candidate;

    WebSocketEndpoint(EngineServer server) {
        this.server = server;
    }

    /// Refusing lets Helidon hand the request to the HTTP routes, which answer it with the same problem.
    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        var asked = EngineRoutes.handshake(headers, prologue.query().toMap(), "");
        var problem =
                server.problem(asked, Transport.WEBSOCKET, prologue.method().text());
        if (problem.isPresent()) {
            throw new WsUpgradeException(problem.get().name());
        }
        request = asked;
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession socket) {
        var opened = new HelidonChannel(socket);
        channel = opened;
        if (request == null) {
            throw new IllegalStateException("opened without a handshake");
        }
        String id = request.parameter("sid");
        if (id == null) {
            var handshake = new EngineHandshake(
                    request.headers(),
                    request.query(),
                    socket.socketContext().remotePeer().host());
            session = server.open(handshake, opened).orElse(null);
        } else {
            var existing = server.find(id);
            candidate = existing != null && existing.offer(opened);
            session = candidate ? existing : null;
        }
        if (session == null) {
            server.dismiss(opened);
        }
        watch(Thread.currentThread());
    }

    /// Helidon tells nobody when a connection breaks without a close frame, but the thread that serves it ends.
    private void watch(Thread connection) {
        Thread.ofVirtual().name("engine.io-watch").start(() -> {
            try {
                connection.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            gone();
        });
    }

    @Override
    public void onMessage(WsSession socket, String part, boolean last) {
        if (tooLarge(text.length() + (long) part.length())) {
            return;
        }
        text.append(part);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            receiveText(whole);
        }
    }

    @Override
    public void onMessage(WsSession socket, BufferData part, boolean last) {
        if (tooLarge(binary.size() + (long) part.available())) {
            return;
        }
        binary.writeBytes(part.readBytes());
        if (last) {
            byte[] whole = binary.toByteArray();
            binary.reset();
            receive(new EnginePacket.Message(new EngineMessage.Binary(whole)));
        }
    }

    @Override
    public void onPing(WsSession socket, BufferData payload) {
        if (channel != null) {
            channel.pong(payload);
        }
    }

    @Override
    public void onClose(WsSession socket, int status, String reason) {
        leave();
    }

    @Override
    public void onError(WsSession socket, Throwable problem) {
        LOG.debug("WebSocket failed", problem);
        leave();
    }

    /// The other side can still be told something.
    private void leave() {
        if (channel == null) {
            return;
        }
        lost(channel);
        channel.answerClose();
        channel.gone();
    }

    private void gone() {
        if (channel == null) {
            return;
        }
        channel.gone();
        lost(channel);
    }

    private void lost(HelidonChannel ended) {
        if (session != null) {
            session.lost(ended);
        }
    }

    /// Characters are never more than bytes, so this refuses no text that is within the limit.
    private boolean tooLarge(long size) {
        if (size <= server.config().maxPayload()) {
            return false;
        }
        violated();
        return true;
    }

    private void receiveText(String whole) {
        if (tooLarge(whole.getBytes(StandardCharsets.UTF_8).length)) {
            return;
        }
        try {
            receive(EnginePacket.parse(whole));
        } catch (ProtocolViolation e) {
            violated();
        }
    }

    private void receive(EnginePacket packet) {
        if (session == null || channel == null) {
            return;
        }
        try {
            if (candidate) {
                probe(session, channel, packet);
            } else {
                session.receive(packet);
            }
        } catch (ProtocolViolation e) {
            violated();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gone();
        }
    }

    /// Before it takes over, a candidate may be pinged and then told to take over, and nothing else.
    private void probe(EngineSession taken, HelidonChannel by, EnginePacket packet) throws ProtocolViolation {
        switch (packet) {
            case EnginePacket.Control(EnginePacket.Kind kind, String data)
            when kind == EnginePacket.Kind.PING && data.equals("probe") ->
                by.send(new EnginePacket.Control(EnginePacket.Kind.PONG, data));
            case EnginePacket.Control(EnginePacket.Kind kind, String data)
            when kind == EnginePacket.Kind.UPGRADE -> {
                if (!taken.upgrade(by)) {
                    throw new ProtocolViolation("nothing to take over" + data);
                }
                candidate = false;
            }
            case EnginePacket.Control _ -> throw new ProtocolViolation("not a probe");
            case EnginePacket.Message _ -> throw new ProtocolViolation("a message before the takeover");
        }
    }

    private void violated() {
        if (session == null || channel == null) {
            return;
        }
        if (candidate) {
            session.withdraw(channel);
        } else {
            session.reject();
        }
    }
}
