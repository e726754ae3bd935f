package io.medianest.server.uptimekuma;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads what a monitor looks at.
final class Addresses {
    private static final String NONE = "null";

    private Addresses() {}

    /// @return null where there is no host in it, as with monitors that look at no address
    static @Nullable URI read(@Nullable String url) {
        try {
            var uri = new URI(url == null ? "" : url.strip());
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /// What is watched by host and port instead of an address.
    static @Nullable URI read(@Nullable String host, @Nullable String port) {
        return host == null || port == null || host.equals(NONE) || port.equals(NONE)
                ? null
                : read("tcp://%s:%s".formatted(host, port));
    }
}
