package io.medianest.server.platform.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.medianest.server.platform.cache.Cache.Copy;

/// A reply that is an older copy: its own fields and `stale: true` beside them.
public record Stale(@JsonUnwrapped Object data, boolean stale) {
    /// The value of a fresh copy as it is, that of a stale one marked.
    public static Object marked(Copy<?> copy) {
        return copy.isStale() ? new Stale(copy.value(), true) : copy.value();
    }
}
