package io.medianest.desktop.status;

import io.medianest.model.status.StatusHistory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The time that a chart shows.
///
/// @param collecting whether it begins with the first check ever, since less is known than was asked for
public record Span(Instant begin, Instant end, boolean collecting) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /// What is known of a window that ends now: all of it, or from the first check on.
    static Span of(@Nullable StatusHistory history, Window window, Instant now) {
        Instant whole = now.minus(window.length());
        Instant first = history == null ? null : history.since();
        // Averages are kept for pieces of a window, so that its beginning may be a piece late.
        Instant late = whole.plus(window.length().dividedBy(20));
        if (first == null || first.isBefore(late)) {
            return new Span(whole, now, false);
        }
        Instant shortest = now.minus(SHORTEST);
        return new Span(first.isBefore(shortest) ? first : shortest, now, true);
    }

    boolean contains(Instant at) {
        return !at.isBefore(begin) && !at.isAfter(end);
    }

    Duration length() {
        return Duration.between(begin, end);
    }

    /// 0 at the beginning, 1 at the end.
    double share(Instant at) {
        return (double) Duration.between(begin, at).toMillis() / length().toMillis();
    }
}
