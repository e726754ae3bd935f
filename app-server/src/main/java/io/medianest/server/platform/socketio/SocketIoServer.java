package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.server.platform.socketio.engine.BodyReader;
import io.medianest.server.platform.socketio.engine.ClientAddress;
import io.medianest.server.platform.socketio.engine.CloseReason;
import io.medianest.server.platform.socketio.engine.EngineHandler;
import io.medianest.server.platform.socketio.engine.EngineMessage;
import io.medianest.server.platform.socketio.engine.EngineRoutes;
import io.medianest.server.platform.socketio.engine.EngineServer;
import io.medianest.server.platform.socketio.engine.EngineSession;
import io.medianest.server.platform.socketio.engine.OriginPolicy;
import io.medianest.server.platform.socketio.engine.Strangers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A Socket.IO server: namespaces, and the way onto a Helidon server. Thread-safe. Starts nothing by itself.
public final class SocketIoServer implements AutoCloseable {
    private final SocketIoConfig config;
    private final ObjectMapper json;
    private final ScheduledExecutorService timers;
    private final PacketEncoder encoder;
    private final EngineServer engine;
    private final BodyReader bodies;
    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();
    private final Map<String, ClientConnection> connections = new ConcurrentHashMap<>();

    /// @param json writes what is sent
    /// @param origins which web pages may connect
    /// @param timers belong to the caller and must outlive this; one thread is enough. Each wait for an
    ///     acknowledgement is one, so they should forget what is cancelled, see
    ///     [java.util.concurrent.ScheduledThreadPoolExecutor#setRemoveOnCancelPolicy]
    public SocketIoServer(
            SocketIoConfig config, ObjectMapper json, OriginPolicy origins, ScheduledExecutorService timers) {
        this(config, json, origins, BodyReader.plain(), ClientAddress.peer(), timers);
    }

    /// As the other one.
    ///
    /// @param bodies reads what clients post
    /// @param addresses tells who is a stranger where
    public SocketIoServer(
            SocketIoConfig config,
            ObjectMapper json,
            OriginPolicy origins,
            BodyReader bodies,
            ClientAddress addresses,
            ScheduledExecutorService timers) {
        this.config = config;
        this.json = json;
        this.timers = timers;
        this.bodies = bodies;
        this.encoder = new PacketEncoder(json);
        var strangers = new Strangers(config.maxStrangers(), addresses);
        this.engine = new EngineServer(config.engine(), new Connections(), origins, strangers, timers);
    }

    /// The namespace of that name, which exists from the first call on.
    ///
    /// @param name begins with a slash; `/` is the one that clients join when they name none
    public Namespace namespace(String name) {
        if (!name.startsWith("/") || name.contains(",") || name.contains("?")) {
            throw new IllegalArgumentException("not the name of a namespace: " + name);
        }
        return namespaces.computeIfAbsent(name, missing -> new Namespace(missing, encoder));
    }

    /// Adds the routes of HTTP and WebSocket to a server.
    public void register(HttpRules http, WsRouting.Builder webSockets) {
        new EngineRoutes(engine, config.path(), bodies).register(http, webSockets);
    }

    /// Ends all connections and takes no more. To be called before the web server is stopped, which would wait for
    /// parked polls.
    @Override
    public void close() {
        engine.close();
    }

    Optional<Namespace> find(String namespace) {
        return Optional.ofNullable(namespaces.get(namespace));
    }

    PacketEncoder encoder() {
        return encoder;
    }

    int outboxMessages() {
        return config.engine().outboxMessages();
    }

    Socket socket(Namespace namespace, Handshake handshake, ClientConnection connection) {
        return new Socket(UUID.randomUUID().toString(), namespace, handshake, connection, new PendingAcks(timers));
    }

    /// Calls when a client has had time enough to join a namespace.
    Future<?> whenToJoin(Runnable late) {
        return timers.schedule(late, config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private final class Connections implements EngineHandler {
        @Override
        public void onOpen(EngineSession session) {
            var decoder = new PacketDecoder(json, config.engine().maxPayload());
            connections.put(session.id(), new ClientConnection(session, SocketIoServer.this, decoder));
        }

        @Override
        public void onMessage(EngineSession session, EngineMessage message) {
            var connection = connections.get(session.id());
            if (connection != null) {
                connection.message(message);
            }
        }

        @Override
        public void onClose(EngineSession session, CloseReason reason) {
            var connection = connections.remove(session.id());
            if (connection != null) {
                connection.closed();
            }
        }
    }
}
