package io.medianest.desktop.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// What this window has changed in the last moments, so that it does not tell people of their own doing. Thread-safe.
final class RecentWrites {
    private static final long MOMENT = Duration.ofSeconds(10).toNanos();
    private static final int KEPT = 64;

    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Write> writes = new ArrayDeque<>();

    private record Write(String path, long at) {}

    /// @param nanos a clock that nobody sets
    RecentWrites(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Something behind this address is about to be changed.
    void note(String path) {
        turn.lock();
        try {
            if (writes.size() == KEPT) {
                writes.removeFirst();
            }
            writes.addLast(new Write(path, nanos.getAsLong()));
        } finally {
            turn.unlock();
        }
    }

    /// Whether it, or a part of it, was changed in the last moments.
    boolean touched(String path) {
        long now = nanos.getAsLong();
        turn.lock();
        try {
            return writes.stream()
                    .filter(write -> now - write.at() <= MOMENT)
                    .anyMatch(write -> write.path().equals(path) || write.path().startsWith(path + "/"));
        } finally {
            turn.unlock();
        }
    }
}
