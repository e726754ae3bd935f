package io.medianest.server.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a stand-in behaves towards its callers, whatever they ask.
enum Mood {
    /// Answers as the real thing does.
    NORMAL,
    /// Answers properly, seconds late.
    SLOW,
    /// Answers 500.
    FAILING,
    /// Answers 429 with `Retry-After`.
    RATE_LIMITED,
    /// Closes the connection without an answer.
    GONE;

    static Optional<Mood> of(String id) {
        return Arrays.stream(values()).filter(mood -> mood.id().equals(id)).findFirst();
    }

    /// For addresses and scripts, for example `rate-limited`.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
