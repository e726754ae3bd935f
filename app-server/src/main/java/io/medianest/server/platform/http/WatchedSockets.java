package io.medianest.server.platform.http;

import io.helidon.common.socket.SocketOptions;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Sets connections up as others say, and lets somebody see each before it is used.
///
/// @param seen may throw, and the connection is closed
record WatchedSockets(SocketOptions others, Consumer<SocketChannel> seen) implements SocketOptions {
    @Override
    public void configureSocket(SocketChannel channel) {
        others.configureSocket(channel);
        seen.accept(channel);
    }

    @Override
    public void configureSocket(Socket socket) {
        others.configureSocket(socket);
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return others.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return others.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return others.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return others.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return others.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return others.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return others.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return others.tcpNoDelay();
    }
}
