package io.medianest.server.platform.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.medianest.model.api.Envelope;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.KeptFile;
import io.medianest.server.platform.security.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request and its reply, as handlers see them. Used by the thread that serves the request only.
public final class Exchange {
    private static final String BEARER = "Bearer ";

    private final ServerRequest in;
    private final ServerResponse out;
    private final RequestBody body;
    private final Arrival arrival;
    private final Patience patience;
    private @Nullable Caller caller;
    private Runnable toll = () -> {};

    Exchange(ServerRequest in, ServerResponse out, Arrival arrival, Patience patience) {
        this.in = in;
        this.out = out;
        this.arrival = arrival;
        this.patience = patience;
        this.body = new RequestBody(in, out, patience);
    }

    /// To be called last, whatever happened.
    void end() {
        body.end();
    }

    void signedIn(Caller established) {
        caller = established;
    }

    void tollIs(Runnable taken) {
        toll = taken;
    }

    /// To be passed before something is fetched from another service for this reply: people of the household
    /// may, others are counted for it on routes where they are not counted otherwise.
    ///
    /// @throws MediaNestException `RATE_LIMIT_EXCEEDED`
    public void toll() {
        toll.run();
    }

    /// Who is asking.
    ///
    /// @throws MediaNestException `UNAUTHORIZED` on a public route that nobody signed in for
    public Caller caller() {
        return callerIfAny()
                .orElseThrow(() -> new MediaNestException(ErrorCode.UNAUTHORIZED, "Authentication required"));
    }

    public Optional<Caller> callerIfAny() {
        return Optional.ofNullable(caller);
    }

    /// A parameter of the path.
    public String path(String name) {
        return in.path().pathParameters().get(name);
    }

    public Query query() {
        UriQuery query = in.query();
        Map<String, String> values = new HashMap<>();
        for (String name : query.names()) {
            values.put(name, query.get(name));
        }
        return new Query(values);
    }

    /// The JSON body; an empty one reads as an object without fields.
    ///
    /// @throws MediaNestException `MALFORMED_REQUEST`, `VALIDATION_ERROR` naming the field,
    ///     `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE`
    public <T> T body(Class<T> type) {
        byte[] bytes = bodyBytes();
        if (bytes.length > 0) {
            requireJson();
        }
        try {
            T value = Json.strict().readValue(bytes.length == 0 ? new byte[] {'{', '}'} : bytes, type);
            if (value == null) {
                throw new MediaNestException(ErrorCode.VALIDATION_ERROR, "The body must be a JSON object", "body");
            }
            return value;
        } catch (JsonMappingException e) {
            // Where a value breaks off inside a field, the mapper wraps what the parser says.
            throw e.getCause() instanceof JsonParseException broken
                    ? malformed(broken)
                    : new MediaNestException(
                            ErrorCode.VALIDATION_ERROR,
                            "A field has a value of the wrong kind",
                            Json.pathOf(e),
                            null,
                            e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new MediaNestException(ErrorCode.MALFORMED_REQUEST, "The body could not be read", null, null, e);
        }
    }

    private static MediaNestException malformed(JsonProcessingException broken) {
        return new MediaNestException(
                ErrorCode.MALFORMED_REQUEST, "The body is not valid JSON", Json.placeOf(broken), null, broken);
    }

    /// The body as it came.
    ///
    /// @throws MediaNestException `PAYLOAD_TOO_LARGE` over 1 MB, `MALFORMED_REQUEST` when it breaks off
    public byte[] bodyBytes() {
        return body.bytes();
    }

    /// The body as a form.
    ///
    /// @throws MediaNestException `UNSUPPORTED_MEDIA_TYPE` when it is none, and as [#bodyBytes]
    public MultipartForm form() {
        return MultipartForm.parse(header("Content-Type"), bodyBytes());
    }

    private void requireJson() {
        var type = header("Content-Type");
        if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw new MediaNestException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json", "Content-Type");
        }
    }

    public @Nullable String header(String name) {
        return in.headers().first(HeaderNames.create(name)).orElse(null);
    }

    /// The token of the `Authorization` header, if it is a bearer token.
    public @Nullable String bearer() {
        var header = header("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    public @Nullable String cookie(String name) {
        return in.headers().cookies().first(name).orElse(null);
    }

    /// The address of the client: of the peer, unless that is the household's own proxy.
    public String remoteAddress() {
        return arrival.remoteAddress();
    }

    /// Whether a program on this very machine asks for itself, and not for somebody else as a proxy does.
    public boolean isFromThisMachine() {
        return header("X-Forwarded-For") == null
                && header("Forwarded") == null
                && in.remotePeer().address() instanceof InetSocketAddress inet
                && inet.getAddress() != null
                && inet.getAddress().isLoopbackAddress();
    }

    /// The port of ours that the request came in by.
    public int localPort() {
        return in.localPeer().port();
    }

    public boolean isSecure() {
        return arrival.secure();
    }

    public String method() {
        return in.prologue().method().text();
    }

    /// Host and scheme as the client addressed us, for links in replies; without a trailing slash.
    public String origin() {
        return arrival.origin();
    }

    public Exchange setHeader(String name, String value) {
        out.header(HeaderNames.create(name), value);
        return this;
    }

    /// Sets a cookie that scripts cannot read; Secure on https.
    ///
    /// @param maxAge zero deletes it
    public void setCookie(String name, String value, Duration maxAge) {
        var cookie = SetCookie.builder(name, value)
                .path("/")
                .httpOnly(true)
                .secure(arrival.secure())
                .sameSite(SetCookie.SameSite.LAX)
                .maxAge(maxAge);
        if (maxAge.isZero()) {
            // Helidon leaves out a Max-Age of zero, which would make it a cookie for the browser's session.
            cookie.expires(Instant.EPOCH);
        }
        out.headers().addCookie(cookie.build());
    }

    /// Says that the reply is an older copy.
    public Exchange stale(Duration age) {
        if (age.isPositive()) {
            setHeader("X-MediaNest-Stale", Long.toString(age.toSeconds()));
        }
        return this;
    }

    /// 200 with something personal.
    public void ok(Object data) {
        reply(Status.OK_200, data, Map.of());
    }

    /// 200; `extras` stand beside `data`, for clients that look for them there.
    public void ok(Object data, Map<String, Object> extras) {
        reply(Status.OK_200, data, extras);
    }

    /// 200 with nothing more to say.
    public void done() {
        ok(Map.of());
    }

    /// 202: taken, not done yet.
    public void accepted() {
        reply(Status.ACCEPTED_202, Map.of(), Map.of());
    }

    /// 201 with the address of what was made.
    ///
    /// @param location relative to `/api/v1`
    public void created(String location, Object data, Map<String, Object> extras) {
        setHeader("Location", ApiRouting.BASE + location);
        reply(Status.CREATED_201, data, extras);
    }

    /// 200 with an `ETag`, or 304 when the client has this very reply already.
    public void cacheable(Object data) {
        byte[] body = Replies.write(Envelope.of(data));
        setHeader("Cache-Control", "private, no-cache");
        Replies.sendWithTag(patience, in, out, body, Replies.JSON);
    }

    /// 200 with something other than JSON that changes all the time.
    public void text(String contentType, byte[] content) {
        setHeader("Cache-Control", "no-store");
        Replies.send(patience, in, out, content, contentType);
    }

    /// 202 with what is going to be.
    public void accepted(Object data) {
        reply(Status.ACCEPTED_202, data, Map.of());
    }

    /// A file for the client to keep, and for nobody between.
    public void attachment(String contentType, Path file) {
        setHeader("Cache-Control", "no-store");
        setHeader("Content-Type", contentType);
        setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.getFileName()));
        try {
            long size = Files.size(file);
            setHeader("Content-Length", Long.toString(size));
            if (method().equals("HEAD")) {
                patience.speak(0, out::send);
                return;
            }
            patience.speak(size, () -> copy(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path file) throws IOException {
        try (var to = out.outputStream()) {
            Files.copy(file, to);
        }
    }

    /// A file that may be kept by everybody.
    ///
    /// @param contentType for example `image/png`
    public void file(String contentType, byte[] content, Duration maxAge) {
        setHeader("Cache-Control", "public, max-age=" + maxAge.toSeconds());
        setHeader("X-Content-Type-Options", "nosniff");
        Replies.sendWithTag(patience, in, out, content, contentType);
    }

    /// A file that may be kept by everybody, as it comes from the disk.
    ///
    /// @param contentType for example `image/png`
    public void file(String contentType, KeptFile file, Duration maxAge) {
        setHeader("Cache-Control", "public, max-age=" + maxAge.toSeconds());
        setHeader("X-Content-Type-Options", "nosniff");
        Replies.sendWithTag(patience, in, out, file, contentType);
    }

    private void reply(Status status, Object data, Map<String, Object> extras) {
        setHeader("Cache-Control", "no-store");
        out.status(status);
        var body = extras.isEmpty() ? Envelope.of(data) : withExtras(data, extras);
        Replies.send(patience, in, out, Replies.write(body), Replies.JSON);
    }

    private static ObjectNode withExtras(Object data, Map<String, Object> extras) {
        ObjectNode node = Json.strict().valueToTree(Envelope.of(data));
        extras.forEach((name, value) -> node.set(name, Json.strict().valueToTree(value)));
        return node;
    }

    @Override
    public String toString() {
        return Arrays.toString(new String[] {method(), in.path().rawPath()});
    }
}
