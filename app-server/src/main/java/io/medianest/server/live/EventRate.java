package io.medianest.server.live;

import java.time.Clock;

/// Counts what one client sends, in windows of a second. For one thread at a time.
final class EventRate {
    /// Events a second.
    static final int LIMIT = 20;

    /// How long a client that sent too much should wait.
    static final int RETRY_AFTER_SECONDS = 1;

    private static final long WINDOW_MILLIS = 1_000;

    private final Clock clock;
    private long windowStart = Long.MIN_VALUE;
    private int count;

    EventRate(Clock clock) {
        this.clock = clock;
    }

    /// Counts one more.
    ///
    /// @return whether it is one too many
    boolean exceeded() {
        long now = clock.millis();
        if (now < windowStart || now >= windowStart + WINDOW_MILLIS) {
            windowStart = now;
            count = 0;
        }
        count++;
        return count > LIMIT;
    }
}
