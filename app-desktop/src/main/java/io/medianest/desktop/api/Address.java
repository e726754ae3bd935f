package io.medianest.desktop.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A path below `/api/v1` with its query, everything encoded. Immutable.
record Address(String path, String query) {

    /// @param fixed a path of ours, taken as it is
    /// @param segments ids and other foreign text, encoded
    static Address of(String fixed, String... segments) {
        var path = new StringBuilder(fixed);
        for (String segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return new Address(path.toString(), "");
    }

    Address with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    /// Leaves an absent value out.
    Address with(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        String separator = query.isEmpty() ? "?" : "&";
        return new Address(path, query + separator + name + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return path + query;
    }
}
