package io.medianest.server.download;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Notices when something stops to grow. For one thread at a time.
final class Growth {
    private static final long NOTICEABLE = 16 * 1024;

    private final LongSupplier nanoTime;
    private long bytes;
    private long since;

    /// @param nanoTime a clock that nobody sets, as [System#nanoTime()]
    Growth(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /// @param now bytes
    /// @return for how long it has been as it is
    Duration standing(long now) {
        long time = nanoTime.getAsLong();
        if (Math.abs(now - bytes) >= NOTICEABLE) {
            bytes = now;
            since = time;
        }
        return Duration.ofNanos(time - since);
    }
}
