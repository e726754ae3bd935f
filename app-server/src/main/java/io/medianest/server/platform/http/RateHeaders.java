package io.medianest.server.platform.http;

import io.medianest.server.platform.security.Counters.Allowance;
import java.util.function.BiConsumer;

/// How a client is told what is left to it.
final class RateHeaders {
    private RateHeaders() {}

    /// @param headers takes names and values
    static void tell(Allowance allowance, BiConsumer<String, String> headers) {
        headers.accept("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        headers.accept("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        headers.accept("X-RateLimit-Reset", Long.toString(allowance.resetAt().getEpochSecond()));
    }
}
