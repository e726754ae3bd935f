package io.medianest.server.platform.socketio.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The request that opened a session.
///
/// @param headers by name in any case
/// @param query decoded
/// @param remoteAddress of the peer, which may be a proxy
public record EngineHandshake(
        Map<String, List<String>> headers, Map<String, List<String>> query, String remoteAddress) {
    public EngineHandshake {
        var caseless = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = Collections.unmodifiableMap(caseless);
        query = Map.copyOf(query);
    }

    /// The first value of a header.
    public @Nullable String header(String name) {
        return first(headers.get(name));
    }

    /// The web page that it comes from; nothing for programs, and for pages of the very same origin. Browsers do
    /// not name it where a page only embeds an image, but say that the page is another site's: that is `null`,
    /// spelled out, as they write it for pages that have no origin.
    public @Nullable String origin() {
        var named = header("Origin");
        return named == null && "cross-site".equals(header("Sec-Fetch-Site")) ? "null" : named;
    }

    /// The first value of a query parameter.
    public @Nullable String parameter(String name) {
        return first(query.get(name));
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
