package io.medianest.server.platform.resilience;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request to an outside service. Immutable: each step makes a new one. Its text leaves out query and
/// headers, which may hold keys.
public final class UpstreamCall {
    private static final String UNRESERVED = "-._~";

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final @Nullable Object body;

    private UpstreamCall(String method, URI uri, Map<String, String> headers, @Nullable Object body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /// @param path appended to the path of `base`, encoded already
    public static UpstreamCall get(URI base, String path) {
        return of("GET", base, path);
    }

    /// @param path appended to the path of `base`, encoded already
    public static UpstreamCall post(URI base, String path) {
        return of("POST", base, path);
    }

    /// @param path appended to the path of `base`, encoded already
    public static UpstreamCall put(URI base, String path) {
        return of("PUT", base, path);
    }

    private static UpstreamCall of(String method, URI base, String path) {
        return new UpstreamCall(method, URI.create(trimmed(base) + path), Map.of(), null);
    }

    /// Adds a parameter to the address; both parts are encoded.
    public UpstreamCall query(String name, Object value) {
        var text = uri + (uri.getRawQuery() == null ? "?" : "&") + encode(name) + "=" + encode(value.toString());
        return new UpstreamCall(method, URI.create(text), headers, body);
    }

    public UpstreamCall header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpstreamCall(method, uri, Map.copyOf(more), body);
    }

    public UpstreamCall headers(Map<String, String> added) {
        var more = new LinkedHashMap<>(headers);
        more.putAll(added);
        return new UpstreamCall(method, uri, Map.copyOf(more), body);
    }

    /// @param json written as JSON
    public UpstreamCall body(Object json) {
        return new UpstreamCall(method, uri, headers, json);
    }

    /// @param json as it is sent, to the byte
    public UpstreamCall bytes(byte[] json) {
        return new UpstreamCall(method, uri, headers, json.clone());
    }

    /// The same to another server: an address that begins with `home` begins with `road` instead.
    public UpstreamCall moved(URI home, URI road) {
        var text = uri.toString();
        var start = trimmed(home);
        return text.startsWith(start) ? to(URI.create(trimmed(road) + text.substring(start.length()))) : this;
    }

    /// Whether it only asks, so that asking twice does no harm.
    public boolean isReading() {
        return "GET".equals(method);
    }

    private static String trimmed(URI base) {
        var start = base.toString();
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }

    UpstreamCall to(URI elsewhere) {
        return new UpstreamCall(method, elsewhere, headers, body);
    }

    String method() {
        return method;
    }

    URI uri() {
        return uri;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable Object body() {
        return body;
    }

    /// Percent-encodes all but letters, digits and `-._~`: some services read `+` as a plus and refuse bare
    /// `!'()*`.
    public static String encode(String text) {
        var encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    @Override
    public String toString() {
        return method + " " + uri.getRawPath();
    }
}
