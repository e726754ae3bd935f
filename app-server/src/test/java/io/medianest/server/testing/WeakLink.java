package io.medianest.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A way to a server that breaks when told to. Its address stays, wherever it leads.
public final class WeakLink implements AutoCloseable {
    private static final int NOTHING = -1;

    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile int silent;
    private final AtomicInteger unwanted = new AtomicInteger(NOTHING);

    private WeakLink(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    /// @param target the port that it leads to
    public static WeakLink to(int target) throws IOException {
        var link = new WeakLink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().name("weak-link").start(link::accept);
        return link;
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /// Leads connections that come from now on to another server.
    public void lead(int other) {
        target = other;
    }

    /// Breaks all connections.
    public void cut() {
        ends.forEach(WeakLink::close);
    }

    /// Swallows from now on what comes from either side of the connections that there are, and keeps them open.
    public void silence() {
        silent = connections.get();
    }

    /// Loses the next thing that the server says and that begins so, and breaks its connection: what was asked has
    /// arrived, but nobody hears of it.
    public void loseWhatBegins(char beginning) {
        unwanted.set(beginning);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // the link was closed, or the server does not answer: the client sees its connection close
            }
        }
    }

    private void connect(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            ends.add(client);
            ends.add(server);
            int number = connections.incrementAndGet();
            Thread.ofVirtual().start(() -> pass(number, client, server, bytes -> false));
            Thread.ofVirtual()
                    .start(() -> pass(number, server, client, bytes -> unwanted.compareAndSet(bytes[0], NOTHING)));
        } catch (IOException e) {
            close(client);
        }
    }

    private void pass(int number, Socket from, Socket to, Predicate<byte[]> lost) {
        try (from;
                to) {
            byte[] buffer = new byte[8_192];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (lost.test(buffer)) {
                    return;
                }
                if (number > silent) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // cut
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void close(Socket end) {
        try {
            end.setSoLinger(true, 0);
        } catch (SocketException e) {
            return; // its other end was quicker
        }
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
