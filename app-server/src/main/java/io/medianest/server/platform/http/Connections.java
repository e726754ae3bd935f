package io.medianest.server.platform.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsUpgrader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those who are connected. Helidon bounds how many there are; this bounds how many of them one neighbour may be, and
/// how long somebody may take for the head of a request: whoever sends it byte by byte, or says nothing at all, would
/// hold the connection for ever. Between two requests Helidon waits for some minutes; bodies and replies are watched
/// by [Patience]. Thread-safe.
public final class Connections implements ServerConnectionSelector {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    private final ServerConnectionSelector http;
    private final Shares shares;
    private final long headNanos;
    private final LongSupplier nanoTime;
    private final Map<SocketAddress, Connection> open = new ConcurrentHashMap<>();

    public Connections(Shares shares) {
        this(shares, Patience.USUAL, System::nanoTime);
    }

    /// @param head so long somebody may take for the head of a request
    Connections(Shares shares, Duration head, LongSupplier nanoTime) {
        this.shares = shares;
        this.headNanos = head.toNanos();
        this.nanoTime = nanoTime;
        this.http = helidons();
    }

    /// Helidon's own way of serving HTTP/1.1 and WebSockets, which tells us how far the head has come.
    private static ServerConnectionSelector helidons() {
        var config = Http1Config.builder()
                .receiveLog(false)
                .sendLog(false)
                .addReceiveListener(new Progress())
                .build();
        var webSockets = WsUpgrader.create(WsConfig.create());
        return Http1ConnectionSelector.builder()
                .config(config)
                .upgraders(Map.of(webSockets.supportedProtocol(), webSockets))
                .build();
    }

    /// The address of the client that the current thread serves; empty on other threads, which serve nobody.
    static String peer() {
        return CURRENT.isBound() ? CURRENT.get().address() : "";
    }

    /// How connections are set up: as `others` say, and so that we know of each from its first moment. Helidon tells
    /// its selectors of a connection only when something has come over it.
    public SocketOptions watched(SocketOptions others) {
        return new WatchedSockets(others, this::arrived);
    }

    /// @throws IllegalStateException when this neighbour has its share; Helidon closes the connection then
    private void arrived(SocketChannel channel) {
        try {
            var address = channel.getRemoteAddress();
            var peer = address instanceof InetSocketAddress inet ? inet.getAddress() : null;
            if (address == null) {
                throw new IllegalStateException("this client has hung up");
            }
            forget(address);
            if (!shares.take(peer)) {
                throw new IllegalStateException("this client has its share of the connections");
            }
            open.put(address, new Connection(channel, address, peer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Who comes again from the same port has hung up before, which was perhaps not noticed yet.
    private void forget(SocketAddress address) {
        var before = open.get(address);
        if (before != null) {
            before.end();
        }
    }

    /// Hangs up on those who take too long. To be called about once a second.
    public void look() {
        long now = nanoTime.getAsLong();
        open.values().forEach(connection -> connection.look(now));
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    /// Whatever it is: what is no HTTP/1.1 is told so.
    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        var connection = open.get(context.remotePeer().address());
        if (connection == null) {
            throw new CloseConnectionException("the client is gone, or took too long");
        }
        connection.served(http.connection(context));
        return connection;
    }

    /// How far the head of a request has come, told on the thread of its connection.
    private static final class Progress implements Http1ConnectionListener {
        @Override
        public void prologue(ConnectionContext context, HttpPrologue firstLine) {
            CURRENT.get().begun();
        }

        @Override
        public void headers(ConnectionContext context, Headers headers) {
            CURRENT.get().whole();
        }
    }

    private final class Connection implements ServerConnection, InterruptableTask<Void> {
        private final SocketChannel channel;
        private final SocketAddress key;
        private final @Nullable InetAddress peer;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile @Nullable ServerConnection helidons;
        /// Whether a head is waited for, since when.
        private boolean waiting = true;

        private long since = nanoTime.getAsLong();

        Connection(SocketChannel channel, SocketAddress key, @Nullable InetAddress peer) {
            this.channel = channel;
            this.key = key;
            this.peer = peer;
        }

        String address() {
            return peer == null ? "" : peer.getHostAddress();
        }

        void served(ServerConnection by) {
            helidons = by;
        }

        private ServerConnection helidons() {
            return Objects.requireNonNull(helidons);
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                ScopedValue.where(CURRENT, this).call(() -> {
                    helidons().handle(limit);
                    return null;
                });
            } finally {
                end();
            }
        }

        private void end() {
            if (ended.compareAndSet(false, true)) {
                open.remove(key, this);
                shares.giveBack(peer);
            }
        }

        /// The first line is there. On a connection that was used before, the wait for it was a pause.
        private synchronized void begun() {
            if (!waiting) {
                waiting = true;
                since = nanoTime.getAsLong();
            }
        }

        /// From now on it is not closed from here: somebody is at work for it.
        private synchronized void whole() {
            if (!channel.isOpen()) {
                throw new CloseConnectionException("the client took too long to say what it wants");
            }
            waiting = false;
        }

        private synchronized void look(long now) {
            if (channel.isOpen() && waiting && now - since >= headNanos) {
                LOG.debug("{} does not come to the point", peer);
                close();
            }
            if (!channel.isOpen() && helidons == null) {
                end();
            }
        }

        /// Whoever reads from it comes to an end.
        private void close() {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("{} could not be closed", peer, e);
            }
        }

        @Override
        public boolean canInterrupt() {
            return helidons instanceof InterruptableTask<?> task && task.canInterrupt();
        }

        @Override
        public Duration idleTime() {
            return helidons().idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            helidons().close(interrupt);
        }
    }
}
