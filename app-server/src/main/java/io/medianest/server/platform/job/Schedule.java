package io.medianest.server.platform.job;

import io.medianest.server.platform.observe.Correlation;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recurring work, each kind on a virtual thread and never twice at the same time. Thread-safe.
public final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /// Runs `work` now and then every `interval`, counted from start to start; a run that takes longer makes
    /// the next be left out. What it throws is logged.
    ///
    /// @param name for logs
    /// @return runs it out of turn, at once, unless it is running
    public Runnable every(String name, Duration interval, Runnable work) {
        var running = new AtomicBoolean();
        Runnable turn = () -> {
            if (running.compareAndSet(false, true)) {
                workers.execute(() -> run(name, work, running));
            }
        };
        var _ = ticker.scheduleAtFixedRate(turn, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return turn;
    }

    private static void run(String name, Runnable work, AtomicBoolean running) {
        try {
            Correlation.run(Correlation.fresh(), work);
        } catch (RuntimeException e) {
            LOG.warn("{} failed, will run again: {}", name, e.toString());
        } finally {
            running.set(false);
        }
    }

    /// Begins nothing more and lets what runs come to its end. Interrupting is the last resort: a thread that is
    /// interrupted while the database reads or writes its file takes the file away from all others.
    @Override
    public void close() {
        ticker.shutdownNow();
        Endings.await("recurring work", workers, DEADLINE);
    }
}
