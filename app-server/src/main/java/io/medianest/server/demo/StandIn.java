package io.medianest.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One loopback HTTP server with a mood in front of its routes. [#start] once, [#close] once; thread-safe between.
final class StandIn implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StandIn.class);
    private static final int LARGEST_BODY = 1 << 20;
    private static final List<String> BODILESS = List.of("HEAD");

    private final String name;
    private final RouteList routes;
    private final Supplier<Mood> mood;
    private final Duration slowness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Takes a free port of 127.0.0.1; nothing is answered before [#start].
    StandIn(String name, RouteList routes, Supplier<Mood> mood, Duration slowness) {
        this.name = name;
        this.routes = routes;
        this.mood = mood;
        this.slowness = slowness;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's " + name + " found no free port", e);
        }
    }

    /// A server that nothing ever ails.
    static StandIn steady(String name, RouteList routes) {
        return new StandIn(name, routes, () -> Mood.NORMAL, Duration.ZERO);
    }

    void start() {
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        // The server's own thread inherits being a daemon from the thread that starts it, as a virtual one is.
        try {
            Thread.ofVirtual().start(server::start).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where it listens, without a slash at the end.
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (mood.get()) {
                case NORMAL -> send(exchange, answer(exchange));
                case SLOW -> sendLate(exchange);
                case FAILING -> send(exchange, Reply.json(500, Fields.of("message", "Internal Server Error")));
                case RATE_LIMITED ->
                    send(
                            exchange,
                            Reply.json(429, Fields.of("message", "Too Many Requests"))
                                    .with("Retry-After", "5"));
                case GONE -> log.debug("{} hangs up on {}", name, exchange.getRequestURI());
            }
        }
    }

    private void sendLate(HttpExchange exchange) throws IOException {
        try {
            if (closing.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        send(exchange, answer(exchange));
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        var call = read(exchange);
        try {
            return routes.answer(call);
        } catch (RuntimeException e) {
            log.warn("The demo's {} could not answer {} {}", name, call.method(), call.path(), e);
            return Reply.json(500, Fields.of("message", "Internal Server Error"));
        }
    }

    private static Call read(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values.getFirst()));
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        var method = exchange.getRequestMethod();
        return new Call(
                BODILESS.contains(method) ? "GET" : method,
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                body,
                Map.of());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = reply.body().length == 0 || BODILESS.contains(exchange.getRequestMethod());
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
