package io.medianest.server.platform.job;

import io.medianest.server.platform.observe.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recurring work, each kind on a virtual thread and never twice at the same time. Thread-safe.
public final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final ScheduledExecutorService ticker;
    private final ExecutorService workers;
    private final List<Recurring> all = new CopyOnWriteArrayList<>();
    private final Turns turns;

    public Schedule() {
        this(
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("schedule").factory()),
                Executors.newVirtualThreadPerTaskExecutor(),
                Turns.HERE);
    }

    private Schedule(ScheduledExecutorService ticker, ExecutorService workers, Turns turns) {
        this.ticker = ticker;
        this.workers = workers;
        this.turns = turns;
    }

    /// Says where recurring work is done. Thread-safe.
    public interface Turns {
        /// Always here.
        Turns HERE = new Turns() {
            @Override
            public boolean areOurs() {
                return true;
            }

            @Override
            public void passOn(String name) {}
        };

        /// Whether it is done here at the moment. Asked often.
        boolean areOurs();

        /// Lets whoever does it have a turn of that work at once.
        void passOn(String name);
    }

    /// A schedule on the same threads for work that only one of several servers does; it ends with this one.
    public Schedule where(Turns others) {
        return new Schedule(ticker, workers, others);
    }

    /// Gives a work that is known by a name its turn at once, if it is done here.
    public void turn(String name) {
        all.stream().filter(recurring -> recurring.name.equals(name)).forEach(Recurring::turn);
    }

    /// Runs `work` now and then every `interval`, counted from start to start; a run that takes longer makes
    /// the next be left out. What it throws is logged.
    ///
    /// @param name for logs
    /// @return runs it out of turn, at once, unless it is running
    public Runnable every(String name, Duration interval, Runnable work) {
        return every(name, () -> interval, work);
    }

    /// As [#every(String, Duration, Runnable)], with an interval that may change: it is asked again by [#anew()].
    public Runnable every(String name, Supplier<Duration> interval, Runnable work) {
        var recurring = new Recurring(name, interval, work);
        all.add(recurring);
        recurring.plan();
        return recurring::soon;
    }

    /// Runs everything now and counts its intervals from here: for when the settings have changed.
    public void anew() {
        all.forEach(Recurring::plan);
    }

    private final class Recurring {
        private final String name;
        private final Supplier<Duration> interval;
        private final Runnable work;
        private final AtomicBoolean running = new AtomicBoolean();
        private @Nullable ScheduledFuture<?> planned;

        Recurring(String name, Supplier<Duration> interval, Runnable work) {
            this.name = name;
            this.interval = interval;
            this.work = work;
        }

        synchronized void plan() {
            if (planned != null) {
                planned.cancel(false);
            }
            planned = ticker.scheduleAtFixedRate(this::turn, 0, interval.get().toMillis(), TimeUnit.MILLISECONDS);
        }

        void soon() {
            if (turns.areOurs()) {
                turn();
            } else {
                turns.passOn(name);
            }
        }

        void turn() {
            if (turns.areOurs() && running.compareAndSet(false, true)) {
                workers.execute(this::run);
            }
        }

        private void run() {
            try {
                Correlation.run(Correlation.fresh(), work);
            } catch (RuntimeException e) {
                LOG.warn("{} failed, will run again: {}", name, e.toString());
            } finally {
                running.set(false);
            }
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
