package io.medianest.server.live;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.model.account.Preferences;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.Json;
import io.medianest.model.event.LiveState;
import io.medianest.model.media.MediaType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.SocketIoServer;
import io.medianest.server.platform.socketio.engine.OriginPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.IntSupplier;

/// The live connections of a server and nothing else, on a free port. Any token lets in, as the user of that name.
public final class LiveServer implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private final LocalEventBus bus = new LocalEventBus();
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("live-timers").factory());
    private final IntSupplier version;
    private final SocketIoServer sockets;
    private final LiveEvents live;
    private final WebServer web;

    private LiveServer(SocketIoConfig config, IntSupplier version) {
        this.version = version;
        timers.setRemoveOnCancelPolicy(true);
        sockets = new SocketIoServer(config, Json.strict(), OriginPolicy.any(), timers);
        live = new LiveEvents(
                sockets.namespace("/"),
                bus,
                (bearer, cookie) -> caller(String.valueOf(bearer)),
                this::state,
                new FakeActions(),
                (caller, bearer) -> Optional.empty(),
                Clock.systemUTC());
        var http = HttpRouting.builder();
        var webSockets = WsRouting.builder();
        sockets.register(http, webSockets);
        web = WebServer.builder()
                .host("127.0.0.1")
                .shutdownHook(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addRouting(http)
                .addRouting(webSockets)
                .build();
    }

    /// @param version of everybody's one request, in the state that clients begin with
    public static LiveServer start(SocketIoConfig config, IntSupplier version) {
        var server = new LiveServer(config, version);
        server.live.start();
        server.web.start();
        return server;
    }

    public int port() {
        return web.port();
    }

    public LocalEventBus bus() {
        return bus;
    }

    public SocketIoServer sockets() {
        return sockets;
    }

    private static Caller caller(String token) {
        return new Caller("usr_" + token, token, Role.USER, null, "ses_" + token, Caller.Credential.BEARER);
    }

    private LiveState state(Caller caller, long seq) {
        var user = new User(
                caller.userId(),
                caller.username(),
                null,
                null,
                caller.role(),
                null,
                Preferences.NONE,
                UserStatistics.NONE,
                NOW,
                NOW,
                null);
        return new LiveState(user, List.of(request(caller.userId(), version.getAsInt())), List.of(), List.of(), 0, seq);
    }

    /// Somebody's request, as it was at a version.
    public static MediaRequest request(String userId, int version) {
        return new MediaRequest(
                "req_1",
                "603",
                MediaType.MOVIE,
                "The Matrix",
                1999,
                null,
                RequestStatus.PENDING,
                RequestStage.QUEUED,
                Quality.FULL_HD,
                null,
                null,
                userId,
                null,
                null,
                null,
                null,
                NOW,
                NOW,
                version);
    }

    @Override
    public void close() {
        live.close();
        sockets.close();
        web.stop();
        bus.close();
        timers.shutdownNow();
    }
}
