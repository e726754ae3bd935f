package io.medianest.server.platform.security;

import java.time.Duration;
import java.time.Instant;

/// Counts what each person or address has used of a limit. Thread-safe; bounded.
public interface Counters {
    /// Takes one, if there is one.
    Allowance take(String key, Limit limit);

    /// Looks without taking.
    Allowance peek(String key, Limit limit);

    /// What is left.
    ///
    /// @param granted whether one was (or would be) given
    /// @param resetAt when all will be there again
    /// @param retryAfter until one will be there again; zero where one is
    record Allowance(boolean granted, int limit, int remaining, Instant resetAt, Duration retryAfter) {}
}
