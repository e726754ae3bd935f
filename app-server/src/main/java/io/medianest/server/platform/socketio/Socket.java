package io.medianest.server.platform.socketio;

import io.medianest.server.platform.socketio.engine.EngineMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client in one namespace. Thread-safe.
public final class Socket {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private enum State {
        CONNECTING,
        CONNECTED,
        ENDED
    }

    private final String id;
    private final Namespace namespace;
    private final Handshake handshake;
    private final ClientConnection connection;
    private final PendingAcks acks;
    private final Map<String, EventHandler> handlers = new ConcurrentHashMap<>();
    private final List<EventHandler> anyHandlers = new CopyOnWriteArrayList<>();
    private final List<Consumer<DisconnectReason>> disconnectHandlers = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<EngineMessage> held = new ArrayList<>();
    private State state = State.CONNECTING;
    private @Nullable DisconnectReason reason;
    private volatile @Nullable Object attachment;

    Socket(String id, Namespace namespace, Handshake handshake, ClientConnection connection, PendingAcks acks) {
        this.id = id;
        this.namespace = namespace;
        this.handshake = handshake;
        this.connection = connection;
        this.acks = acks;
    }

    public String id() {
        return id;
    }

    public Handshake handshake() {
        return handshake;
    }

    public Namespace namespace() {
        return namespace;
    }

    /// Keeps something of the application's, in place of what was kept before.
    public void attach(Object object) {
        attachment = object;
    }

    /// What was attached, if it is of that type.
    public <T> Optional<T> attachment(Class<T> type) {
        return Optional.ofNullable(attachment).filter(type::isInstance).map(type::cast);
    }

    /// Handles one kind of event, in place of an earlier handler of it.
    public void on(String event, EventHandler handler) {
        handlers.put(event, handler);
    }

    /// Handles every event, before the handler of its kind.
    public void onAny(EventHandler handler) {
        anyHandlers.add(handler);
    }

    /// Told once when the socket has ended, also when it was refused after all. To be given while it connects.
    public void onDisconnect(Consumer<DisconnectReason> handler) {
        disconnectHandlers.add(handler);
    }

    /// Joins a room. Does nothing when the socket has ended.
    public void join(String room) {
        namespace.rooms().join(room, this);
        if (hasEnded()) {
            namespace.rooms().leave(room, this);
        }
    }

    public void leave(String room) {
        namespace.rooms().leave(room, this);
    }

    /// Sends an event. Never blocks; does nothing when the socket has ended.
    ///
    /// @param args become JSON now; `byte[]`s inside travel as they are
    public void emit(String event, @Nullable Object... args) {
        deliver(namespace.event(OptionalLong.empty(), event, args));
    }

    /// Sends an event that the client is to acknowledge. When the socket has ended, the callback hears it at once,
    /// from this thread.
    public void emitWithAck(String event, Duration timeout, AckCallback callback, @Nullable Object... args) {
        long ackId = acks.add(callback, timeout, expired -> connection.execute(() -> acks.expire(expired)));
        if (ackId < 0) {
            callback.unanswered();
            return;
        }
        deliver(namespace.event(OptionalLong.of(ackId), event, args));
    }

    /// Puts the client out of the namespace, and closes its connection when it is in no other.
    public void disconnect() {
        lock.lock();
        try {
            if (state == State.CONNECTED) {
                connection.send(namespace.encoder().encode(new Packet.Disconnect(namespace.name())));
            }
            end(DisconnectReason.PUT_OUT);
        } finally {
            lock.unlock();
        }
        connection.execute(() -> connection.ended(this));
    }

    /// Closes the client's connection without putting it out: clients come back after that by themselves.
    /// Does nothing when the socket has ended.
    public void closeConnection() {
        if (!hasEnded()) {
            connection.close();
        }
    }

    /// Tells the client that it is in, and delivers what was held back.
    ///
    /// @return false when it has been put out meanwhile
    boolean accept(List<EngineMessage> reply) {
        lock.lock();
        try {
            if (state != State.CONNECTING) {
                return false;
            }
            state = State.CONNECTED;
            var messages = new ArrayList<>(reply);
            messages.addAll(held);
            held.clear();
            connection.send(messages);
            return true;
        } finally {
            lock.unlock();
        }
    }

    void deliver(List<EngineMessage> messages) {
        lock.lock();
        try {
            switch (state) {
                case CONNECTING -> hold(messages);
                case CONNECTED -> connection.send(messages);
                case ENDED -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void hold(List<EngineMessage> messages) {
        if (held.size() + messages.size() > connection.outboxMessages()) {
            connection.close();
        } else {
            held.addAll(messages);
        }
    }

    /// Ends the socket for everybody else; its own handlers hear of it by [#announceEnd].
    void end(DisconnectReason why) {
        lock.lock();
        try {
            if (state == State.ENDED) {
                return;
            }
            reason = why;
            state = State.ENDED;
            held.clear();
        } finally {
            lock.unlock();
        }
        namespace.remove(this);
    }

    /// Tells the handlers, the first time only.
    void announceEnd() {
        DisconnectReason why;
        lock.lock();
        try {
            why = reason;
            reason = null;
        } finally {
            lock.unlock();
        }
        acks.close();
        if (why != null) {
            disconnectHandlers.forEach(handler -> guarded("disconnect", () -> handler.accept(why)));
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return state == State.ENDED;
        } finally {
            lock.unlock();
        }
    }

    /// What a client sent before it learned of its end, or after it left, is nobody's business any more.
    void received(Packet.Event packet) {
        if (hasEnded()) {
            return;
        }
        var event = new SocketEvent(packet.name(), packet.args(), values -> acknowledge(packet.ackId(), values));
        anyHandlers.forEach(handler -> guarded(packet.name(), () -> handler.handle(event)));
        var handler = handlers.get(packet.name());
        if (handler != null) {
            guarded(packet.name(), () -> handler.handle(event));
        }
    }

    void received(Packet.Ack packet) {
        acks.acknowledge(packet.ackId(), packet.args());
    }

    private void acknowledge(OptionalLong ackId, @Nullable Object[] values) {
        if (ackId.isPresent()) {
            var encoder = namespace.encoder();
            deliver(encoder.encode(new Packet.Ack(namespace.name(), ackId.getAsLong(), encoder.trees(values))));
        }
    }

    private void guarded(String event, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            LOG.error("socket {}: the handler of {} failed", id, event, e);
        }
    }
}
