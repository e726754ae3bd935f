package io.medianest.server.platform.socketio.engine;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Pings a client and notices when it does not answer. Thread-safe.
///
/// The deadline is kept as a time and not only as a timer: a poll that comes too late is of no use, whenever the timer
/// runs.
final class Heartbeat {
    /// What a poll, the ping that it gets and its pong may take between two machines.
    private static final long ROUND_TRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /// How long after the deadline a pong still counts: it may have come in time to a server too busy to look at it.
    private static final long LENIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

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
            pingAt = System.nanoTime();
            scheduleNextPing();
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
                scheduleNextPing();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether a ping that the client gets only now can no more be answered in time.
    boolean unanswerable() {
        lock.lock();
        try {
            long unanswered = System.nanoTime() - pingAt;
            return !stopped
                    && unanswered + ROUND_TRIP_NANOS >= config.pingTimeout().toNanos();
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

    /// Counts from the ping before and not from its pong, so that pings keep their interval.
    private void scheduleNextPing() {
        long now = System.nanoTime();
        long wait = Math.max(0, pingAt + config.pingInterval().toNanos() - now);
        pingAt = now + wait;
        schedule(this::beat, wait);
    }

    private void beat() {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            awaiting = true;
            schedule(expired, config.pingTimeout().toNanos() + LENIENCE_NANOS);
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
