package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.medianest.server.platform.socketio.engine.EngineMessage;
import io.medianest.server.platform.socketio.engine.EngineSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection and its sockets, at most one a namespace. [#send], [#execute] and [#close] may be called
/// from any thread; everything else is called by the session, one call at a time.
final class ClientConnection {
    /// How often a client may ask to be let in.
    static final int MAX_CONNECTS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private final EngineSession session;
    private final SocketIoServer server;
    private final PacketDecoder decoder;
    private final Map<String, Socket> sockets = new HashMap<>();
    private final Future<?> joinTimer;
    private int connects;
    private boolean joined;

    ClientConnection(EngineSession session, SocketIoServer server, PacketDecoder decoder) {
        this.session = session;
        this.server = server;
        this.decoder = decoder;
        this.joinTimer = server.whenToJoin(() -> session.execute(this::closeUnlessJoined));
    }

    void send(List<EngineMessage> messages) {
        session.send(messages);
    }

    void execute(Runnable task) {
        session.execute(task);
    }

    void close() {
        session.close();
    }

    int outboxMessages() {
        return server.outboxMessages();
    }

    /// Reads on; what the client may not say ends the connection.
    void message(EngineMessage message) {
        try {
            var packet = decode(message);
            if (packet.isPresent()) {
                receive(packet.get());
            } else if (!joined) {
                throw new MalformedPacketException("attachments of a stranger");
            }
        } catch (MalformedPacketException e) {
            LOG.debug("session {}: {}", session.id(), e.getMessage());
            session.reject();
        }
    }

    private void closeUnlessJoined() {
        if (!joined) {
            session.close();
        }
    }

    /// Cleans up after a socket that was put out.
    void ended(Socket socket) {
        socket.announceEnd();
        if (joined && sockets.values().stream().allMatch(Socket::hasEnded)) {
            session.close();
        }
    }

    void closed() {
        joinTimer.cancel(false);
        for (var socket : sockets.values()) {
            socket.end(DisconnectReason.CONNECTION_CLOSED);
            socket.announceEnd();
        }
    }

    private Optional<Packet> decode(EngineMessage message) throws MalformedPacketException {
        return switch (message) {
            case EngineMessage.Text(String text) -> decoder.text(text);
            case EngineMessage.Binary(byte[] bytes) -> decoder.binary(bytes);
        };
    }

    private void receive(Packet packet) throws MalformedPacketException {
        switch (packet) {
            case Packet.Connect(String namespace, JsonNode payload) -> connect(namespace, payload);
            case Packet.Disconnect(String namespace) -> leave(namespace);
            case Packet.Event event -> socketFor(event).received(event);
            case Packet.Ack ack -> socketFor(ack).received(ack);
            case Packet.ConnectError _ -> throw new MalformedPacketException("only servers refuse");
        }
    }

    private void connect(String name, @Nullable JsonNode payload) throws MalformedPacketException {
        connects++;
        if (connects > MAX_CONNECTS) {
            throw new MalformedPacketException("asks again and again to be let in");
        }
        var namespace = server.find(name);
        if (namespace.isEmpty()) {
            var problem = JsonNodeFactory.instance.objectNode().put("message", "Invalid namespace");
            send(server.encoder().encode(new Packet.ConnectError(name, problem)));
            return;
        }
        var present = sockets.get(name);
        if (present != null && !present.hasEnded()) {
            throw new MalformedPacketException("in the namespace already");
        }
        var auth = payload == null ? JsonNodeFactory.instance.objectNode() : payload;
        var socket = server.socket(namespace.get(), new Handshake(session.handshake(), auth), this);
        if (namespace.get().admit(socket, this)) {
            sockets.put(name, socket);
            joined = true;
            joinTimer.cancel(false);
            session.settle();
        }
    }

    private void leave(String name) {
        var socket = sockets.get(name);
        if (socket != null) {
            socket.end(DisconnectReason.LEFT_BY_CLIENT);
            socket.announceEnd();
        }
    }

    /// What a client sent before it learned that its socket ended is received by the ended socket, and ignored.
    private Socket socketFor(Packet packet) throws MalformedPacketException {
        var socket = sockets.get(packet.namespace());
        if (socket == null) {
            throw new MalformedPacketException("not in the namespace");
        }
        return socket;
    }
}
