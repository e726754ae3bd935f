package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.medianest.server.platform.socketio.engine.EngineMessage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A meeting point of sockets. Thread-safe.
public final class Namespace implements Broadcast {
    private static final Logger LOG = LoggerFactory.getLogger(Namespace.class);

    private final String name;
    private final PacketEncoder encoder;
    private final Rooms rooms = new Rooms();
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
    private volatile @Nullable ConnectHandler connectHandler;

    Namespace(String name, PacketEncoder encoder) {
        this.name = name;
        this.encoder = encoder;
    }

    /// Beginning with a slash.
    public String name() {
        return name;
    }

    /// Decides who gets in, in place of an earlier handler. Without one, nobody does: whoever comes too early
    /// is hung up on, and comes back.
    public Namespace onConnect(ConnectHandler handler) {
        connectHandler = handler;
        return this;
    }

    /// Those who are in, at this moment.
    public Collection<Socket> sockets() {
        return List.copyOf(sockets.values());
    }

    /// Those in a room.
    public Broadcast to(String room) {
        return new Sockets(() -> rooms.in(room));
    }

    @Override
    public void emit(String event, @Nullable Object... args) {
        new Sockets(sockets::values).emit(event, args);
    }

    @Override
    public void disconnectSockets() {
        new Sockets(sockets::values).disconnectSockets();
    }

    Rooms rooms() {
        return rooms;
    }

    PacketEncoder encoder() {
        return encoder;
    }

    List<EngineMessage> event(OptionalLong ackId, String event, @Nullable Object[] args) {
        return encoder.encode(new Packet.Event(name, ackId, event, encoder.trees(args)));
    }

    /// Asks the handler, and tells the client the outcome. A refusal is final for most clients; when the
    /// handler fails, which may pass, the connection is closed instead, so that they come back.
    ///
    /// @return whether the socket is in
    boolean admit(Socket socket, ClientConnection connection) {
        var handler = connectHandler;
        if (handler == null) {
            LOG.debug("namespace {}: nobody decides yet who gets in", name);
            turnAway(socket);
            connection.close();
            return false;
        }
        try {
            handler.connect(socket);
            sockets.put(socket.id(), socket);
            if (socket.accept(encoder.encode(new Packet.Connect(name, node("sid", socket.id()))))) {
                return true;
            }
            refuse(socket, connection, refusal("Disconnected", null));
        } catch (ConnectRefusedException e) {
            refuse(socket, connection, refusal(String.valueOf(e.getMessage()), e.data()));
        } catch (RuntimeException e) {
            LOG.error("namespace {}: the connect handler failed", name, e);
            turnAway(socket);
            connection.close();
        }
        return false;
    }

    private void refuse(Socket socket, ClientConnection connection, ObjectNode problem) {
        turnAway(socket);
        connection.send(encoder.encode(new Packet.ConnectError(name, problem)));
    }

    private void turnAway(Socket socket) {
        socket.end(DisconnectReason.PUT_OUT);
        socket.announceEnd();
        remove(socket);
    }

    void remove(Socket socket) {
        sockets.remove(socket.id(), socket);
        rooms.leaveAll(socket);
    }

    private ObjectNode refusal(String message, @Nullable Object data) {
        var problem = node("message", message);
        if (data != null) {
            problem.set("data", encoder.trees(data).getFirst());
        }
        return problem;
    }

    private static ObjectNode node(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    private final class Sockets implements Broadcast {
        private final Supplier<Collection<Socket>> members;

        Sockets(Supplier<Collection<Socket>> members) {
            this.members = members;
        }

        @Override
        public void emit(String event, @Nullable Object... args) {
            var addressed = members.get();
            if (!addressed.isEmpty()) {
                var messages = event(OptionalLong.empty(), event, args);
                addressed.forEach(socket -> socket.deliver(messages));
            }
        }

        @Override
        public void disconnectSockets() {
            List.copyOf(members.get()).forEach(Socket::disconnect);
        }
    }
}
