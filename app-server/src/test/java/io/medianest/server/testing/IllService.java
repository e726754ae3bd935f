package io.medianest.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An outside service on the loopback address that has something, whatever it is asked. Thread-safe.
public final class IllService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Illness illness = Illness.ERROR;

    private IllService(HttpServer server) {
        this.server = server;
    }

    public static IllService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var service = new IllService(server);
            server.createContext("/", service::handle);
            server.setExecutor(service.threads);
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it has.
    public enum Illness {
        /// It answers with an error.
        ERROR,
        /// It answers as if all were well, with something else than was asked for.
        NONSENSE,
        /// It does not answer.
        SILENCE,
        /// It has nothing, and gives everybody a PIN of plex.tv.
        NONE
    }

    public void falls(Illness another) {
        illness = another;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (illness) {
                case ERROR -> answer(exchange, 500, "text/html", "<p>Internal Server Error");
                case NONSENSE -> answer(exchange, 200, "text/html", "<p>Welcome to your router");
                case SILENCE -> over.await();
                case NONE -> answer(exchange, 200, "application/json", "{\"id\":4711,\"code\":\"a1b2\"}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
