package io.medianest.server.platform.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// How long the work of the current thread may still take. Deadlines nest: an inner one can only be earlier.
public final class Deadline {
    /// So long somebody waits for the answer to a request at most, whatever outside services do.
    public static final Duration OF_A_REQUEST = Duration.ofSeconds(15);

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final Clock clock;
    private final Instant end;

    private Deadline(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /// Runs `work`, whose calls to outside services together must be done within `budget`.
    public static <T> T within(Duration budget, Clock clock, Supplier<T> work) {
        // Compared by what is left: the outer one may go by another clock.
        if (CURRENT.isBound() && CURRENT.get().left().compareTo(budget) <= 0) {
            return work.get();
        }
        var deadline = new Deadline(clock, clock.instant().plus(budget));
        return ScopedValue.where(CURRENT, deadline).call(work::get);
    }

    /// What is left, and `most` where that is less or no deadline is set; never negative.
    public static Duration left(Duration most) {
        if (!CURRENT.isBound()) {
            return most;
        }
        var left = CURRENT.get().left();
        return left.compareTo(most) < 0 ? left : most;
    }

    private Duration left() {
        var left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
