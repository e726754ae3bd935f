package io.medianest.server.platform.socketio.engine;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The sessions of one path. Thread-safe. Starts nothing by itself; the timers belong to the caller and must
/// outlive it.
public final class EngineServer implements AutoCloseable {
    private static final String VERSION = "4";
    private static final int ID_BYTES = 15;

    private final EngineConfig config;
    private final EngineHandler handler;
    private final OriginPolicy origins;
    private final Strangers strangers;
    private final ScheduledExecutorService timers;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final Semaphore places;
    private volatile boolean closed;

    /// @param strangers how many sessions an address may have that [EngineSession#settle] was not called for
    public EngineServer(
            EngineConfig config,
            EngineHandler handler,
            OriginPolicy origins,
            Strangers strangers,
            ScheduledExecutorService timers) {
        this.config = config;
        this.handler = handler;
        this.origins = origins;
        this.strangers = strangers;
        this.timers = timers;
        this.places = new Semaphore(config.maxSessions());
    }

    /// Ends all sessions and takes no more: parked polls are answered and WebSockets closed.
    @Override
    public void close() {
        closed = true;
        sessions.values().forEach(session -> session.end(CloseReason.SERVER_CLOSED));
    }

    EngineConfig config() {
        return config;
    }

    /// What is wrong with a request that would open a session or use one.
    ///
    /// @param transport the one that the request arrived on
    Optional<EngineError> problem(EngineHandshake request, Transport transport, String method) {
        if (!transport.wireName().equals(request.parameter("transport"))) {
            return Optional.of(
                    Transport.known(request.parameter("transport"))
                            ? EngineError.BAD_REQUEST
                            : EngineError.UNKNOWN_TRANSPORT);
        }
        if (!VERSION.equals(request.parameter("EIO"))) {
            return Optional.of(EngineError.UNSUPPORTED_VERSION);
        }
        if (request.parameter("sid") != null) {
            return find(request.parameter("sid")) == null ? Optional.of(EngineError.UNKNOWN_SESSION) : Optional.empty();
        }
        if (!method.equals("GET")) {
            return Optional.of(EngineError.BAD_HANDSHAKE_METHOD);
        }
        if (!origins.allows(request)) {
            return Optional.of(EngineError.FORBIDDEN);
        }
        return closed || places.availablePermits() == 0 ? Optional.of(EngineError.TOO_MANY_SESSIONS) : Optional.empty();
    }

    /// The session of that id, if it is alive.
    @Nullable EngineSession find(@Nullable String id) {
        return id == null ? null : sessions.get(id);
    }

    /// Opens a session that polls.
    ///
    /// @return the packet to answer with, or nothing when there is no place left, or that address has too many
    ///     strangers
    Optional<EnginePacket> open(EngineHandshake handshake) {
        return admit(handshake).map(session -> {
            var open = openPacket(session, "\"websocket\"");
            session.start();
            return open;
        });
    }

    /// Opens a session on a WebSocket.
    Optional<EngineSession> open(EngineHandshake handshake, WebSocketChannel channel) {
        var admitted = admit(handshake);
        admitted.ifPresent(session -> session.start(channel, openPacket(session, "")));
        return admitted;
    }

    /// Closes a WebSocket that belongs to no session.
    void dismiss(WebSocketChannel channel) {
        new ChannelEnds(timers).dismiss(channel);
    }

    private Optional<EngineSession> admit(EngineHandshake handshake) {
        var stranger = strangers.enter(handshake);
        if (stranger.isEmpty()) {
            return Optional.empty();
        }
        if (!places.tryAcquire()) {
            stranger.get().leave();
            return Optional.empty();
        }
        var session = new EngineSession(newId(), handshake, stranger.get(), config, handler, timers, this::forget);
        sessions.put(session.id(), session);
        if (closed) {
            session.end(CloseReason.SERVER_CLOSED);
            return Optional.empty();
        }
        return Optional.of(session);
    }

    private void forget(EngineSession session) {
        session.settle();
        if (sessions.remove(session.id(), session)) {
            places.release();
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private EnginePacket openPacket(EngineSession session, String upgrades) {
        return new EnginePacket.Control(
                EnginePacket.Kind.OPEN,
                "{\"sid\":\"%s\",\"upgrades\":[%s],\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}"
                        .formatted(
                                session.id(),
                                upgrades,
                                config.pingInterval().toMillis(),
                                config.pingTimeout().toMillis(),
                                config.maxPayload()));
    }

    /// How packets travel.
    enum Transport {
        POLLING("polling"),
        WEBSOCKET("websocket");

        private final String wireName;

        Transport(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static boolean known(@Nullable String name) {
            return POLLING.wireName.equals(name) || WEBSOCKET.wireName.equals(name);
        }
    }
}
