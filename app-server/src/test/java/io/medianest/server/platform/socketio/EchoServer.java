package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.server.platform.socketio.engine.BodyReader;
import io.medianest.server.platform.socketio.engine.ClientAddress;
import io.medianest.server.platform.socketio.engine.CloseReason;
import io.medianest.server.platform.socketio.engine.EngineConfig;
import io.medianest.server.platform.socketio.engine.EngineHandler;
import io.medianest.server.platform.socketio.engine.EngineMessage;
import io.medianest.server.platform.socketio.engine.EngineRoutes;
import io.medianest.server.platform.socketio.engine.EngineServer;
import io.medianest.server.platform.socketio.engine.EngineSession;
import io.medianest.server.platform.socketio.engine.OriginPolicy;
import io.medianest.server.platform.socketio.engine.Strangers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// What the public conformance suites of both protocols talk to: `/engine.io/` echoes messages, `/socket.io/` has the
/// namespaces `/` and `/custom`, which echo events and acknowledge them.
public final class EchoServer implements AutoCloseable {
    /// So many connections of Socket.IO may be in no namespace, all from this machine.
    static final int STRANGERS = 5;

    private static final Duration LITTLE_TIME = Duration.ofSeconds(1);
    private static final long SUITE_BREATH_MILLIS = 50;

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("echo-timers").factory());
    private final BlockingQueue<EngineSession> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
    private final EngineServer engine;
    private final SocketIoServer sockets;
    private final WebServer web;

    private EchoServer(int port, SocketIoConfig config, OriginPolicy origins, BodyReader bodies, Greeting greeting) {
        timers.setRemoveOnCancelPolicy(true);
        engine = new EngineServer(
                config.engine(),
                new Echo(),
                origins,
                new Strangers(config.engine().maxSessions(), ClientAddress.peer()),
                timers);
        sockets = new SocketIoServer(config, new ObjectMapper(), origins, bodies, ClientAddress.peer(), timers);
        List.of("/", "/custom").forEach(name -> sockets.namespace(name).onConnect(socket -> echo(socket, greeting)));
        var http = HttpRouting.builder();
        var webSockets = WsRouting.builder();
        new EngineRoutes(engine, "/engine.io/", bodies).register(http, webSockets);
        sockets.register(http, webSockets);
        web = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .shutdownHook(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addRouting(http)
                .addRouting(webSockets)
                .build();
    }

    /// How a client is told what it sent along.
    private interface Greeting {
        void send(Runnable auth);
    }

    /// A server for the suites. It greets a moment after the handshake: the suite of Socket.IO listens for one message
    /// at a time and does not hear a second one that its WebSocket hands over in the same breath.
    ///
    /// @param port 0 takes a free one
    public static EchoServer forSuites(int port) {
        var config =
                new SocketIoConfig("/socket.io/", LITTLE_TIME, suiteConfig().maxSessions(), suiteConfig());
        return started(new EchoServer(port, config, OriginPolicy.any(), BodyReader.plain(), EchoServer::later));
    }

    private static void later(Runnable auth) {
        CompletableFuture.delayedExecutor(SUITE_BREATH_MILLIS, TimeUnit.MILLISECONDS)
                .execute(auth);
    }

    /// The numbers that the suites expect.
    public static EngineConfig suiteConfig() {
        return new EngineConfig(
                Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(1), 1_000_000, 100, 512, 1_000_000);
    }

    /// @param port 0 takes a free one
    public static EchoServer start(int port, EngineConfig config) {
        return start(port, config, OriginPolicy.any());
    }

    public static EchoServer start(int port, EngineConfig config, OriginPolicy origins) {
        return started(new EchoServer(port, socketIo(LITTLE_TIME, config), origins, BodyReader.plain(), Runnable::run));
    }

    /// A server that lets clients take their time to join a namespace.
    static EchoServer patient(EngineConfig config) {
        return reading(config, BodyReader.plain());
    }

    /// The same, with somebody who reads what is posted.
    static EchoServer reading(EngineConfig config, BodyReader bodies) {
        var patient = socketIo(Duration.ofHours(1), config);
        return started(new EchoServer(0, patient, OriginPolicy.any(), bodies, Runnable::run));
    }

    private static SocketIoConfig socketIo(Duration connectTimeout, EngineConfig config) {
        return new SocketIoConfig("/socket.io/", connectTimeout, STRANGERS, config);
    }

    private static EchoServer started(EchoServer server) {
        server.web.start();
        if (!server.web.isRunning()) {
            throw new IllegalStateException("the port cannot be used");
        }
        return server;
    }

    public int port() {
        return web.port();
    }

    public SocketIoServer sockets() {
        return sockets;
    }

    /// Engine.IO sessions in the order of their opening.
    public BlockingQueue<EngineSession> opened() {
        return opened;
    }

    /// Why Engine.IO sessions ended.
    public BlockingQueue<CloseReason> closed() {
        return closed;
    }

    /// What waits for its time.
    int pendingTimers() {
        return timers.getQueue().size();
    }

    /// Closes the protocols and leaves the web server up.
    public void closeProtocols() {
        engine.close();
        sockets.close();
    }

    @Override
    public void close() {
        closeProtocols();
        web.stop();
        timers.shutdownNow();
    }

    private static void echo(Socket socket, Greeting greeting) {
        greeting.send(() -> socket.emit("auth", socket.handshake().auth()));
        socket.on("message", event -> socket.emit("message-back", event.args().toArray()));
        socket.on("message-with-ack", event -> event.acknowledge(event.args().toArray()));
    }

    private final class Echo implements EngineHandler {
        @Override
        public void onOpen(EngineSession session) {
            opened.add(session);
        }

        @Override
        public void onMessage(EngineSession session, EngineMessage message) {
            session.send(List.of(message));
        }

        @Override
        public void onClose(EngineSession session, CloseReason reason) {
            closed.add(reason);
        }
    }
}
