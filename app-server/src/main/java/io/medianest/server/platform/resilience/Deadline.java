package io.medianest.server.platform.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// How long the work of the current thread may still take. Deadlines nest: an inner one can only be earlier.
public final class Deadline {
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final Clock clock;
    private final Instant end;

    private Deadline(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /// Runs `work`, whose calls to outside services together must be done within `budget`.
    public static <T> T within(Duration budget, Clock clock, Supplier<T> work) {
        var end = clock.instant().plus(budget);
        if (CURRENT.isBound() && !end.isBefore(CURRENT.get().end)) {
            return work.get();
        }
        return ScopedValue.where(CURRENT, new Deadline(clock, end)).call(work::get);
    }

    /// What is left, and `most` where that is less or no deadline is set; never negative.
    public static Duration left(Duration most) {
        if (!CURRENT.isBound()) {
            return most;
        }
        var deadline = CURRENT.get();
        var left = Duration.between(deadline.clock.instant(), deadline.end);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(most) < 0 ? left : most;
    }
}
