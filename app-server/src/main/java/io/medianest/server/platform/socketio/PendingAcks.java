package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The acknowledgements that a socket waits for. Thread-safe; callbacks are called without the lock.
final class PendingAcks {
    private record Pending(AckCallback callback, Future<?> timer) {}

    private final ScheduledExecutorService timers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Pending> pending = new HashMap<>();
    private long nextId;
    private boolean closed;

    PendingAcks(ScheduledExecutorService timers) {
        this.timers = timers;
    }

    /// Waits for one more.
    ///
    /// @param expired run by a timer with the id when the time is over
    /// @return its id; negative when it is too late, and the callback was not kept
    long add(AckCallback callback, Duration timeout, LongConsumer expired) {
        lock.lock();
        try {
            if (closed) {
                return -1;
            }
            long id = nextId++;
            var timer = timers.schedule(() -> expired.accept(id), timeout.toMillis(), TimeUnit.MILLISECONDS);
            pending.put(id, new Pending(callback, timer));
            return id;
        } finally {
            lock.unlock();
        }
    }

    /// The client answered; an answer to nothing is ignored.
    void acknowledge(long id, List<JsonNode> args) {
        var answered = take(id);
        if (answered != null) {
            answered.timer().cancel(false);
            answered.callback().acknowledged(args);
        }
    }

    /// The time is over.
    void expire(long id) {
        var expired = take(id);
        if (expired != null) {
            expired.callback().unanswered();
        }
    }

    /// None will come any more.
    void close() {
        List<Pending> lost;
        lock.lock();
        try {
            closed = true;
            lost = List.copyOf(pending.values());
            pending.clear();
        } finally {
            lock.unlock();
        }
        for (var each : lost) {
            each.timer().cancel(false);
            each.callback().unanswered();
        }
    }

    private @Nullable Pending take(long id) {
        lock.lock();
        try {
            return pending.remove(id);
        } finally {
            lock.unlock();
        }
    }
}
