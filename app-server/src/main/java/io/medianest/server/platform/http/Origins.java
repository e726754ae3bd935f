package io.medianest.server.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which web pages may talk with this server: its own, and those of origins that the owner names. Thread-safe.
public final class Origins {
    private final Set<String> named;

    /// @param named as [#normal] writes them
    public Origins(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    /// An origin as it is compared: scheme, host and, where it is not the usual one, port.
    ///
    /// @return nothing for what is no origin of a web page, such as one with a path
    public static Optional<String> normal(String origin) {
        try {
            var uri = new URI(origin.strip().toLowerCase(Locale.ROOT));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !rest(uri).isEmpty()) {
                return Optional.empty();
            }
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + port);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String rest(URI uri) {
        return uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    }

    /// Whether the owner named this origin.
    boolean named(String origin) {
        return !named.isEmpty() && normal(origin).filter(named::contains).isPresent();
    }

    /// Whether a page may open a live connection, which browsers let any page try.
    ///
    /// @param origin null for programs that are no browser
    /// @param host the host that was called
    public boolean mayConnect(@Nullable String origin, @Nullable String host) {
        return origin == null || isOwn(origin, host) || named(origin);
    }

    /// Whether the page came from the very host and port that it calls. The scheme is not compared, since a proxy may
    /// have ended TLS.
    static boolean isOwn(String origin, @Nullable String host) {
        int authority = origin.indexOf("://");
        return host != null && authority >= 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
    }
}
