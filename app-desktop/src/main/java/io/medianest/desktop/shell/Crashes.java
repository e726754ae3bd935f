package io.medianest.desktop.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Notes in the log what nobody caught, and tells the person of it: each kind of failure once, one at a time and
/// three in ten minutes at most, however often it happens. Thread-safe.
public final class Crashes implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);
    private static final long WHILE = Duration.ofMinutes(10).toNanos();
    private static final int MOST_IN_WHILE = 3;
    private static final int MOST_KINDS = 100;
    private static final int REFERENCE = 8;

    private final Executor ui;
    private final BiConsumer<Crash, Runnable> teller;
    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<String> told = new HashSet<>();
    private final Deque<Long> times = new ArrayDeque<>();
    private boolean open;

    /// @param ui runs on the FX thread
    /// @param teller shows it, and runs what it is given when the person has seen it
    /// @param nanos a clock that nobody sets
    public Crashes(Executor ui, BiConsumer<Crash, Runnable> teller, LongSupplier nanos) {
        this.ui = ui;
        this.teller = teller;
        this.nanos = nanos;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, REFERENCE);
        try (var _ = MDC.putCloseable("correlationId", reference)) {
            LOG.error("Nobody caught this on thread {}; its reference is {}", thread.getName(), reference, failure);
        }
        if (mayTell(kind(failure))) {
            ui.execute(() -> teller.accept(new Crash(reference, failure.toString()), this::closed));
        }
    }

    private static String kind(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    private boolean mayTell(String kind) {
        long now = nanos.getAsLong();
        turn.lock();
        try {
            while (!times.isEmpty() && now - times.peekFirst() > WHILE) {
                times.removeFirst();
            }
            boolean may = !open && times.size() < MOST_IN_WHILE && told.size() < MOST_KINDS && told.add(kind);
            if (may) {
                times.addLast(now);
                open = true;
            }
            return may;
        } finally {
            turn.unlock();
        }
    }

    /// The person has seen it.
    void closed() {
        turn.lock();
        try {
            open = false;
        } finally {
            turn.unlock();
        }
    }
}
