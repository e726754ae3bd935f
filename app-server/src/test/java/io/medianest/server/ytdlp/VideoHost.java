package io.medianest.server.ytdlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A web server on the loopback address with the files of a directory. It answers to `Range`, and can hold a
/// reply back in its middle until it is told to go on.
public final class VideoHost implements AutoCloseable {
    private static final List<String> TYPES = List.of(
            ".mp4=video/mp4",
            ".m4s=video/iso.segment",
            ".mpd=application/dash+xml",
            ".m3u8=application/vnd.apple.mpegurl",
            ".ts=video/mp2t",
            ".html=text/html",
            ".png=image/png");

    private final HttpServer server;
    private final Path files;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Semaphore> held = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> cookies = new ConcurrentHashMap<>();

    public VideoHost(Path files) throws IOException {
        this.files = files;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /// What the keeper would write into the settings.
    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://" + host() + "/" + path;
    }

    /// From now on half of the file is sent, then nothing until [#release].
    public void hold(String path) {
        held.put("/" + path, new Semaphore(0));
    }

    public void release(String path) {
        var gate = held.remove("/" + path);
        if (gate != null) {
            gate.release(1_000);
        }
    }

    /// What is asked for from now on comes with a cookie.
    ///
    /// @param cookie as in the header; empty for none
    public void sets(String path, String cookie) {
        cookies.put("/" + path, cookie);
    }

    /// What was asked for a path, in order.
    public List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals("/" + path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(new Asked(path, range, exchange.getRequestHeaders().getFirst("Cookie")));
        var file = files.resolve(path.substring(1));
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            send(exchange, path, Files.readAllBytes(file), range);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, String path, byte[] bytes, @Nullable String range)
            throws IOException, InterruptedException {
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type(path));
        headers.set("Last-Modified", "Sun, 31 Mar 2024 10:00:00 GMT");
        headers.set("Accept-Ranges", "bytes");
        var cookie = cookies.getOrDefault(path, "");
        if (!cookie.isEmpty()) {
            headers.set("Set-Cookie", cookie);
        }
        if (range != null) {
            headers.set("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
        }
        int length = bytes.length - from;
        exchange.sendResponseHeaders(range == null ? 200 : 206, length);
        var gate = held.get(path);
        int first = gate == null ? length : length / 2;
        var body = exchange.getResponseBody();
        body.write(bytes, from, first);
        body.flush();
        if (gate != null) {
            gate.acquire();
            body.write(bytes, from + first, length - first);
        }
    }

    private static String type(String path) {
        return TYPES.stream()
                .filter(type -> path.endsWith(type.substring(0, type.indexOf('='))))
                .map(type -> type.substring(type.indexOf('=') + 1))
                .findFirst()
                .orElse("application/octet-stream");
    }

    @Override
    public void close() {
        held.values().forEach(gate -> gate.release(1_000));
        server.stop(0);
        threads.shutdownNow();
    }

    /// @param range of the request; null when it wanted all
    /// @param cookies that came along
    public record Asked(
            String path, @Nullable String range, @Nullable String cookies) {}
}
