package io.medianest.server.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/// A clock that only runs on, whatever the machine's is set to: it tells how much time has passed, not how late it is.
/// Its instants can only be compared with others of its own. Thread-safe.
public final class SteadyClock extends Clock {
    private final Instant begun;
    private final LongSupplier nanoTime;
    private final long origin;

    /// @param begun what it shows first
    /// @param nanoTime as `System.nanoTime`
    public SteadyClock(Instant begun, LongSupplier nanoTime) {
        this.begun = begun;
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        return begun.plusNanos(nanoTime.getAsLong() - origin);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
