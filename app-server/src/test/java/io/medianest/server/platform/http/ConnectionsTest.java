package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.server.platform.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With bare sockets, and a clock that only the tests move.
class ConnectionsTest {
    private static final Duration HEAD = Duration.ofSeconds(30);
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String REQUEST = "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n";

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger entered = new AtomicInteger();
    private final CountDownLatch leave = new CountDownLatch(1);
    private final Connections connections = new Connections(new Shares(3, 3, _ -> false), HEAD, now::get);
    private final WebServer server = serve();

    private WebServer serve() {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .useNio(false)
                .shutdownHook(false)
                .connectionOptions(connections.watched(SocketOptions.create()))
                .addConnectionSelector(connections)
                .addRouting(HttpRouting.builder()
                        .get("/quick", (in, out) -> out.send("answer"))
                        .get("/slow", (in, out) -> {
                            entered.incrementAndGet();
                            leave.await();
                            out.send("answer");
                        }))
                .build()
                .start();
    }

    @AfterEach
    void close() {
        leave.countDown();
        server.stop();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void hear(Socket socket) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\nanswer")) {
            int next = socket.getInputStream().read();
            assertThat(next).as("end after: %s", text).isNotNegative();
            text.append((char) next);
        }
    }

    /// Moves the clock and looks, again and again: the server may not have got that far yet.
    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        connections.look();
    }

    private void expectHungUp(Socket socket) {
        Await.until("it is hung up", Duration.ofMinutes(1), () -> {
            pass(HEAD);
            return isOver(socket);
        });
    }

    private static boolean isOver(Socket socket) {
        try {
            socket.setSoTimeout(20);
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /quick HTT",
                "GET /quick HTTP/1.1\r\n",
                "GET /quick HTTP/1.1\r\nHost: x\r\nX-Long: a"
            })
    @DisplayName("who does not bring the head to an end is hung up on, however far it came")
    void unfinished(String beginning) throws IOException {
        try (var socket = connect()) {
            say(socket, beginning);
            expectHungUp(socket);
        }
    }

    @Test
    @DisplayName("a further byte now and then gives no further time")
    void dripping() throws IOException {
        try (var socket = connect()) {
            say(socket, "GET /quick HTTP/1.1\r\nHost: x\r\n");
            Await.until("it is hung up in spite of its bytes", Duration.ofMinutes(1), () -> {
                pass(HEAD.dividedBy(10));
                return !drip(socket) || isOver(socket);
            });
        }
    }

    private static boolean drip(Socket socket) {
        try {
            say(socket, "a");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @DisplayName("a handler has all the time in the world, and so has the pause between two requests")
    void unhurried() throws IOException {
        try (var socket = connect()) {
            say(socket, REQUEST.replace("quick", "slow"));
            Await.until("it is served", Duration.ofMinutes(1), () -> entered.get() == 1);
            pass(HEAD.multipliedBy(3));
            leave.countDown();
            hear(socket);
            pass(HEAD.multipliedBy(3));
            say(socket, REQUEST);
            hear(socket);
        }
    }

    @Test
    @DisplayName("the head of a further request has a deadline as well")
    void secondHead() throws IOException {
        try (var socket = connect()) {
            say(socket, REQUEST);
            hear(socket);
            say(socket, "GET /quick HTTP/1.1\r\nHost");
            expectHungUp(socket);
        }
    }

    @Test
    @DisplayName("one address has its share of the connections, and those that end make room")
    void share() throws IOException {
        try (var first = connect();
                var second = connect();
                var third = connect()) {
            for (var socket : new Socket[] {first, second, third}) {
                say(socket, REQUEST);
                hear(socket);
            }
            try (var fourth = connect()) {
                assertThat(fourth.getInputStream()).satisfies(ConnectionsTest::isAtItsEnd);
            }
            first.close();
            Await.until("there is room", Duration.ofMinutes(1), this::isAnswered);
        }
    }

    @Test
    @DisplayName("who hangs up and comes again from the same port takes no further share each time")
    void samePort() throws IOException {
        int port = freePort();
        for (int times = 0; times < 5; times++) {
            try (var socket = connectFrom(port)) {
                // Without a word, and with a reset, so that the port is free at once.
                socket.setSoLinger(true, 0);
            }
        }
        try (var socket = connectFrom(port)) {
            say(socket, REQUEST);
            hear(socket);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Socket connectFrom(int port) throws IOException {
        var socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static void isAtItsEnd(InputStream stream) throws IOException {
        try {
            assertThat(stream.read()).isNegative();
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private boolean isAnswered() {
        try (var socket = connect()) {
            say(socket, REQUEST);
            return socket.getInputStream().read() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
