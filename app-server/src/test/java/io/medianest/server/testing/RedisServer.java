package io.medianest.server.testing;

import io.medianest.server.platform.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real Redis on a free port, which keeps nothing.
public final class RedisServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final int port = RealProgram.freePort();
    private Process process = launch();

    private RedisServer() {}

    /// Starts one; when this returns it answers.
    public static RedisServer start() {
        var server = new RedisServer();
        server.awaitStart();
        return server;
    }

    private Process launch() {
        try {
            return new ProcessBuilder(
                            RealProgram.find("redis-server", "redis-server", List.of()),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--dir",
                            System.getProperty("java.io.tmpdir"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart() {
        Await.until("Redis answers", START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Redis did not start");
            }
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /// Has it gone at once, with all that it knew.
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Redis does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void restart() {
        process = launch();
        awaitStart();
    }

    @Override
    public void close() {
        kill();
    }
}
