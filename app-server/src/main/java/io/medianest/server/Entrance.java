package io.medianest.server;

import io.medianest.model.account.Quotas;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import io.medianest.server.admin.Meters;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Arrivals;
import io.medianest.server.platform.http.Connections;
import io.medianest.server.platform.http.ErrorKind;
import io.medianest.server.platform.http.FrontDoor;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.platform.http.Hosts;
import io.medianest.server.platform.http.Origins;
import io.medianest.server.platform.http.Patience;
import io.medianest.server.platform.http.RequestListener;
import io.medianest.server.platform.http.Shares;
import io.medianest.server.platform.network.OwnAddresses;
import io.medianest.server.platform.observe.ErrorRate;
import io.medianest.server.platform.observe.Metrics;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.SocketIoServer;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;

/// What each request and each live connection passes before a feature hears of it, and what is counted of them.
/// Thread-safe.
final class Entrance {
    /// Ten times what a browser and a window hold; of an IPv6 network so much that as much is left to the others.
    private static final int CONNECTIONS_PER_ADDRESS = 250;

    private static final int CONNECTIONS_PER_NETWORK = 2_500;

    private final Metrics metrics = new Metrics();
    private final Meters meters = new Meters(metrics);
    private final Patience patience = new Patience(Patience.USUAL);
    private final ErrorRate errors;
    private final RateLimits limits;
    private final OwnAddresses ownAddresses;
    private final Arrivals arrivals;
    private final Connections connections;
    private final FrontDoor frontDoor;
    private final SocketIoServer socketIo;

    /// @param quotas of a person, by their ID
    Entrance(ServerConfig config, Foundation foundation, Function<String, Quotas> quotas, Endings endings) {
        var http = config.http();
        var clock = foundation.clock();
        errors = new ErrorRate(clock);
        limits = new RateLimits(foundation.together().counters(), config.limits(), quotas::apply, clock);
        ownAddresses = OwnAddresses.ofThisMachine(clock);
        arrivals = new Arrivals(http.publicUrl(), http.trustedProxies());
        connections = new Connections(new Shares(
                CONNECTIONS_PER_ADDRESS,
                CONNECTIONS_PER_NETWORK,
                peer -> peer.isLoopbackAddress() || arrivals.trusts(peer)));
        frontDoor = new FrontDoor(
                new Hosts(ownAddresses, http.otherHosts()), new Origins(http.pages()), arrivals, limits, patience);
        var timers = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("socket-timers").factory());
        timers.setRemoveOnCancelPolicy(true);
        endings.add(timers::shutdownNow);
        socketIo = new SocketIoServer(
                SocketIoConfig.defaults(),
                Json.strict(),
                client -> frontDoor.admits(client.header("Host"), client.origin()),
                body -> patience.listen(body::read),
                client -> arrivals.client(client::header, client.remoteAddress()),
                timers);
        meters.showSockets(() -> socketIo.namespace("/").sockets().size());
    }

    /// An API without routes behind this entrance.
    ApiRouting routing(Gate gate) {
        return new ApiRouting(gate, arrivals, patience, counting());
    }

    private RequestListener counting() {
        var meter = meters.requests();
        return new RequestListener() {
            @Override
            public void failed(ErrorKind kind, ErrorCode code) {
                meter.failed(kind, code);
            }

            @Override
            public void answered(String method, String route, int status, long nanos) {
                meter.answered(method, route, status, nanos);
                errors.answered(status);
            }
        };
    }

    /// To be called every second.
    void look() {
        patience.look();
        connections.look();
    }

    Metrics metrics() {
        return metrics;
    }

    Meters meters() {
        return meters;
    }

    /// How many requests fail.
    ErrorRate errors() {
        return errors;
    }

    /// How often people and addresses may ask.
    RateLimits limits() {
        return limits;
    }

    OwnAddresses ownAddresses() {
        return ownAddresses;
    }

    /// Those who are connected.
    Connections connections() {
        return connections;
    }

    /// What all requests pass first.
    FrontDoor frontDoor() {
        return frontDoor;
    }

    /// The live connections. Whoever serves them closes them, before the web server.
    SocketIoServer socketIo() {
        return socketIo;
    }
}
