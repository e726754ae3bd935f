package io.medianest.server;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.server.admin.StagedRestore;
import io.medianest.server.dashboard.HealthRoutes;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.observe.LogFile;
import io.medianest.server.platform.resilience.GuardPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running MediaNest server. Thread-safe.
public final class MediaNestServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaNestServer.class);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(3);

    /// Many times what a household has; those beyond wait until one of these ends.
    private static final int MOST_CONNECTIONS = 5_000;

    private static final String POLLER_MODE = "jdk.pollerMode";
    private static final String PLATFORM_THREADS = "1";

    private final Endings parts;
    private final String host;
    private final int port;
    private final String ownerToken;

    private MediaNestServer(Endings parts, String host, int port, String ownerToken) {
        this.parts = parts;
        this.host = host;
        this.port = port;
        this.ownerToken = ownerToken;
    }

    /// Starts a server; when this returns it answers.
    ///
    /// @throws ConfigException when it cannot start: the data directory is in use, the port is busy
    public static MediaNestServer start(ServerConfig config) {
        return startAndTell(config, _ -> {});
    }

    /// As [#start(ServerConfig)].
    ///
    /// @param answering is told the port as soon as requests are answered; work in the background begins after that
    public static MediaNestServer startAndTell(ServerConfig config, IntConsumer answering) {
        return start(config, UnaryOperator.identity(), ServerTime.real(), answering);
    }

    /// As [#start(ServerConfig)].
    ///
    /// @param pace makes of how much trouble with outside services is borne usually how much is borne here
    static MediaNestServer start(ServerConfig config, UnaryOperator<GuardPolicy> pace) {
        return start(config, pace, ServerTime.real());
    }

    /// As the other one.
    ///
    /// @param time by which everything goes that takes longer than people wait
    static MediaNestServer start(ServerConfig config, UnaryOperator<GuardPolicy> pace, ServerTime time) {
        return start(config, pace, time, _ -> {});
    }

    private static MediaNestServer start(
            ServerConfig config, UnaryOperator<GuardPolicy> pace, ServerTime time, IntConsumer answering) {
        pollOnPlatformThreads();
        var parts = new Endings();
        try {
            return start(config, pace, parts, time, answering);
        } catch (RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    /// Lets platform threads watch the connections that virtual threads wait for, as the JDK does everywhere
    /// but on Linux. There a virtual thread watches, which gets its turn after all requests that are ready,
    /// and some wait ten times as long as most. The JDK reads this at the first such wait; a `-D` of the same
    /// name wins.
    private static void pollOnPlatformThreads() {
        if (System.getProperty(POLLER_MODE) == null) {
            System.setProperty(POLLER_MODE, PLATFORM_THREADS);
        }
    }

    private static MediaNestServer start(
            ServerConfig config,
            UnaryOperator<GuardPolicy> pace,
            Endings parts,
            ServerTime time,
            IntConsumer answering) {
        var clock = time.clock();
        var startedAt = clock.instant();
        var directory = parts.add(DataDirectory.open(config.dataDir())).path();
        parts.add(LogFile.in(directory.resolve("logs")));
        restore(directory, clock);
        var demo = config.demo() ? parts.add(DemoSettings.start(directory)) : null;
        var settings = demo == null ? config : DemoSettings.apply(config, demo);
        var wiring = parts.add(new Wiring(settings, directory, time, pace));
        var routing = wiring.routing(
                new HealthRoutes.About(Version.current(), startedAt, demo == null ? null : Boolean.TRUE));
        wiring.open();
        var web = listen(wiring, routing);
        parts.add(web::stop);
        parts.add(wiring.entrance().socketIo());
        if (demo != null) {
            DemoSettings.connect(demo, settings, web.port());
            wiring.remember(DemoSettings.past(clock.instant()));
        }
        answering.accept(web.port());
        wiring.start(web.port());
        LOG.info("MediaNest {} answers on port {}, data in {}", Version.current(), web.port(), directory);
        if (demo != null) {
            LOG.info("The demo's stand-ins can be made slow or ill at {}", demo.control());
        }
        return new MediaNestServer(parts, wiring.config().http().host(), web.port(), wiring.windowCredential());
    }

    /// Before anything opens the data: puts a backup into their place if somebody wants that.
    private static void restore(Path directory, Clock clock) {
        try {
            StagedRestore.in(directory)
                    .take(clock)
                    .ifPresent(kept -> LOG.warn("The backup was restored; the data before it are in {}", kept));
        } catch (IOException e) {
            throw new ConfigException(
                    "The backup in %s cannot be put into its place (%s): make room, or delete that directory to go on without it"
                            .formatted(StagedRestore.in(directory).ready(), e),
                    e);
        }
    }

    private static WebServer listen(Wiring wiring, ApiRouting api) {
        var http = wiring.config().http();
        var entrance = wiring.entrance();
        var address = free(Listening.address(http), http);
        var routing = HttpRouting.builder().addFilter(entrance.frontDoor());
        var webSockets = WsRouting.builder();
        entrance.socketIo().register(routing, webSockets);
        api.install(routing);
        var server = WebServer.builder()
                .bindAddress(address)
                .port(address.getPort())
                .maxTcpConnections(MOST_CONNECTIONS)
                // Helidon's NIO sockets take a write that went out in part for a whole one: a client that reads slowly
                // would miss pieces in the middle of a long reply.
                .useNio(false)
                .shutdownHook(false)
                // Small live messages that follow each other would otherwise wait for the receipt of the one before.
                .connectionOptions(entrance.connections()
                        .watched(SocketOptions.builder().tcpNoDelay(true).build()))
                .shutdownGracePeriod(SHUTDOWN_GRACE)
                // Asked before Helidon's own, which then have nothing left to serve.
                .addConnectionSelector(entrance.connections())
                .directHandlers(api.directReplies(entrance.limits()))
                .addRouting(routing)
                .addRouting(webSockets)
                .build();
        // Helidon only logs that it could not bind, and returns as if all were well.
        server.start();
        if (!server.isRunning()) {
            throw ConfigException.portTaken(http.port());
        }
        return server;
    }

    /// Tries the address before Helidon does, which would print pages about a port that is merely busy.
    ///
    /// @return where to listen instead, if another port will do
    private static InetSocketAddress free(InetSocketAddress wanted, ServerConfig.Http http) {
        if (!Listening.isOurs(wanted)) {
            throw new ConfigException("server.host %s is no address of this machine".formatted(http.host()));
        }
        if (Listening.isFree(wanted)) {
            return wanted;
        }
        if (!http.anyPort()) {
            throw ConfigException.portTaken(http.port());
        }
        LOG.warn("Port {} is in use by another program or not allowed: another one is taken", http.port());
        return new InetSocketAddress(wanted.getAddress(), 0);
    }

    /// The address that it listens on; empty when it listens on all of them.
    public String host() {
        return host;
    }

    /// The port that it listens on.
    public int port() {
        return port;
    }

    /// The credential of the program's own window: the rights of the owner, valid until this server is closed.
    /// To be kept in memory only.
    public String ownerToken() {
        return ownerToken;
    }

    /// Ends the server. What is under way has a few seconds; what is not done goes on at the next start.
    @Override
    public synchronized void close() {
        parts.close();
    }
}
