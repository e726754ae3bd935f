package io.medianest.server.platform.socketio.engine;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Pings a client and notices when it does not answer. Thread-safe.
///
/// The deadline is kept as a time and not only as a timer, so that a request that comes before the timer finds the
/// session ended nevertheless.
final class Heartbeat {
    /// What a ping and its pong take at least between two machines.
    private static final long ROUND_TRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /// How long after the deadline a pong still counts that came in time to a server too busy to look at it.
    private static final long LENIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final EngineConfig config;
    private final ScheduledExecutorService timers;
    private final Runnable ping;
    private final Runnable expired;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Future<?> timer;
    private long pingAt;
    private boolean awaiting;
    private boolean stopped;

    Heartbeat(EngineConfig config, ScheduledExecutorService timers, Runnable ping, Runnable expired) {
        this.config = config;
        this.timers = timers;
        this.ping = ping;
        this.expired = expired;
    }

    void start() {
        lock.lock();
        try {
            schedulePing();
        } finally {
            lock.unlock();
        }
    }

    /// The client answered; one that was not asked changes nothing.
    void pong() {
        lock.lock();
        try {
            if (awaiting) {
                awaiting = false;
                cancel();
                schedulePing();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the deadline of a pong has passed.
    boolean overdue() {
        return overdueIn(0);
    }

    /// Whether a ping that the client gets only now can no more be answered in time.
    boolean unanswerable() {
        return overdueIn(ROUND_TRIP_NANOS);
    }

    private boolean overdueIn(long nanos) {
        lock.lock();
        try {
            long unanswered = System.nanoTime() - pingAt;
            return !stopped && unanswered + nanos >= config.pingTimeout().toNanos();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            cancel();
        } finally {
            lock.unlock();
        }
    }

    private void schedulePing() {
        pingAt = System.nanoTime() + config.pingInterval().toNanos();
        schedule(this::beat, config.pingInterval().toNanos());
    }

    private void beat() {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            awaiting = true;
            long deadline = pingAt + config.pingTimeout().toNanos();
            schedule(expired, deadline + LENIENCE_NANOS - System.nanoTime());
        } finally {
            lock.unlock();
        }
        ping.run();
    }

    private void schedule(Runnable task, long delayNanos) {
        if (!stopped) {
            timer = timers.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
