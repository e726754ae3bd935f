package io.medianest.server.platform.observe;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// How many of the replies of the last five minutes failed through our own fault. That an outside service is down is
/// none: the replies 502 to 504 count as good ones. Thread-safe.
public final class ErrorRate {
    private static final int MINUTES = 5;
    private static final int FEW = 20;
    private static final int OWN_FAULT = 500;
    private static final int SECONDS = 60;

    private final Clock clock;
    private final AtomicReferenceArray<@Nullable Minute> minutes = new AtomicReferenceArray<>(MINUTES);

    public ErrorRate(Clock clock) {
        this.clock = clock;
    }

    private record Minute(long number, LongAdder all, LongAdder failed) {}

    /// A request was answered.
    public void answered(int status) {
        long now = clock.instant().getEpochSecond() / SECONDS;
        var minute = Objects.requireNonNull(minutes.updateAndGet(
                Math.floorMod(now, MINUTES),
                known -> known != null && known.number == now
                        ? known
                        : new Minute(now, new LongAdder(), new LongAdder())));
        minute.all.increment();
        if (status == OWN_FAULT) {
            minute.failed.increment();
        }
    }

    /// Of a hundred; 0 where there were too few to say.
    public int percent() {
        long now = clock.instant().getEpochSecond() / SECONDS;
        long all = 0;
        long failed = 0;
        for (int i = 0; i < MINUTES; i++) {
            var minute = minutes.get(i);
            if (minute != null && now - minute.number < MINUTES) {
                all += minute.all.sum();
                failed += minute.failed.sum();
            }
        }
        return all < FEW ? 0 : (int) (failed * 100 / all);
    }
}
