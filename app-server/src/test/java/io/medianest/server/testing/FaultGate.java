package io.medianest.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The way to an HTTP service, one request a connection, on which anything can go wrong when told to.
public final class FaultGate implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)");
    private static final int DRIP_MILLIS = 20;
    private static final int REBIND_TRIES = 600;
    private static final int REBIND_MILLIS = 100;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Trouble trouble;
    private volatile ServerSocket entrance;

    private record Trouble(Fault fault, CountDownLatch over) {}

    private FaultGate(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.port = entrance.getLocalPort();
        this.target = target;
    }

    /// @param target whose host is this machine
    public static FaultGate to(URI target) {
        try {
            var gate = new FaultGate(bound(0), target.getPort());
            gate.accept(gate.entrance);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return socket;
    }

    /// The address of a service, through this gate.
    public URI through(URI service) {
        return URI.create("http://127.0.0.1:" + port + service.getRawPath());
    }

    /// From now on, until it is healed.
    public void suffer(Fault fault) {
        trouble = new Trouble(fault, new CountDownLatch(1));
        if (fault.isAway()) {
            close(entrance);
        }
        open.forEach(FaultGate::close);
    }

    public void heal() {
        var past = trouble;
        trouble = null;
        if (past == null) {
            return;
        }
        past.over.countDown();
        if (past.fault.isAway()) {
            entrance = again();
            accept(entrance);
        }
    }

    /// Somebody else may have the port for a moment.
    private ServerSocket again() {
        for (int tries = 0; ; tries++) {
            try {
                return bound(port);
            } catch (IOException e) {
                if (tries == REBIND_TRIES) {
                    throw new UncheckedIOException(e);
                }
                pause(new CountDownLatch(1), REBIND_MILLIS);
            }
        }
    }

    private void accept(ServerSocket at) {
        Thread.ofVirtual().name("fault-gate").start(() -> {
            while (!at.isClosed()) {
                try {
                    var client = at.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException e) {
                    return; // Closed.
                }
            }
        });
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            var request = request(client.getInputStream());
            var now = trouble;
            if (now == null) {
                pass(request, client);
            } else if (now.fault == Fault.CUT_OFF) {
                var reply = reply(request);
                client.getOutputStream().write(reply, 0, reply.length / 2);
            } else {
                spoil(now, client);
            }
        } catch (IOException e) {
            // Either side has had enough.
        } finally {
            open.remove(client);
        }
    }

    private void spoil(Trouble now, Socket client) throws IOException {
        switch (now.fault) {
            case REFUSED, GONE -> client.setSoLinger(true, 0);
            case NO_ANSWER -> pause(now.over, Integer.MAX_VALUE);
            case CUT_OFF -> throw new IllegalArgumentException("nothing to spoil it with");
            case ERRORS, BUSY, WRONG_JSON, HTML -> client.getOutputStream().write(now.fault.bytes());
            case SLOW -> {
                client.getOutputStream().write(now.fault.bytes());
                while (!pause(now.over, DRIP_MILLIS)) {
                    client.getOutputStream().write(' ');
                }
            }
        }
    }

    /// @return whether it is over
    private static boolean pause(CountDownLatch over, int millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void pass(byte[] request, Socket client) throws IOException {
        client.getOutputStream().write(reply(request));
    }

    /// The next request on a connection would come past a fault that begins meanwhile: each connection has one.
    private byte[] reply(byte[] request) throws IOException {
        var text = new String(request, StandardCharsets.ISO_8859_1);
        int lineEnd = text.indexOf("\r\n") + 2;
        var closing = text.substring(0, lineEnd) + "Connection: close\r\n" + text.substring(lineEnd);
        try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            server.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            return server.getInputStream().readAllBytes();
        }
    }

    private static byte[] request(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int wanted = -1;
        while (wanted < 0 || bytes.size() < wanted) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            bytes.write(next);
            if (wanted < 0 && next == '\n') {
                wanted = length(bytes.toString(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    /// @return of the whole request; -1 while that is not known
    private static int length(String head) {
        if (!head.endsWith("\r\n\r\n")) {
            return -1;
        }
        var body = LENGTH.matcher(head);
        return head.length() + (body.find() ? Integer.parseInt(body.group(1)) : 0);
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        var past = trouble;
        if (past != null) {
            past.over.countDown();
        }
        close(entrance);
        open.forEach(FaultGate::close);
    }
}
