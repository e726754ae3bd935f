package io.medianest.server.platform.socketio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// Speaks Engine.IO by hand.
public final class RawClient implements AutoCloseable {
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    /// @param path `/engine.io/` or `/socket.io/`
    public RawClient(int port, String path) {
        address = "127.0.0.1:" + port + path;
    }

    /// Opens a polling session.
    ///
    /// @return its id
    public String open() throws IOException, InterruptedException {
        return sid(send("GET", "?EIO=4&transport=polling", "").body());
    }

    /// The id in an OPEN packet.
    public static String sid(String open) {
        var matcher = SID.matcher(open);
        if (!matcher.find()) {
            throw new AssertionError("no session id in " + open);
        }
        return matcher.group(1);
    }

    public HttpResponse<String> poll(String sid) throws IOException, InterruptedException {
        return send("GET", session(sid), "");
    }

    public CompletableFuture<HttpResponse<String>> pollLater(String sid) {
        return http.sendAsync(request("GET", session(sid), ""), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String sid, String body) throws IOException, InterruptedException {
        return send("POST", session(sid), body);
    }

    public CompletableFuture<HttpResponse<String>> postLater(String sid, String body) {
        return http.sendAsync(request("POST", session(sid), body), BodyHandlers.ofString());
    }

    public HttpResponse<String> send(String method, String query, String body, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(method, query, body, headers), BodyHandlers.ofString());
    }

    /// Opens a WebSocket.
    ///
    /// @param query after the path
    /// @param header name and value, or nothing
    public RawSocket webSocket(String query, String... header) {
        var socket = new RawSocket();
        var builder = http.newWebSocketBuilder();
        if (header.length > 0) {
            builder.header(header[0], header[1]);
        }
        builder.buildAsync(URI.create("ws://" + address + query), socket).join();
        return socket;
    }

    /// Opens a WebSocket with a session of its own, past its OPEN packet.
    public RawSocket webSocket() throws InterruptedException {
        var socket = webSocket("?EIO=4&transport=websocket");
        socket.text();
        return socket;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(String method, String query, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + query))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private static String session(String sid) {
        return "?EIO=4&transport=polling&sid=" + sid;
    }
}
