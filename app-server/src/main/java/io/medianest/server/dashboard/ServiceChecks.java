package io.medianest.server.dashboard;

import io.medianest.model.status.ServiceState;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.job.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the outside services now and then how they are, except those that somebody else watches. Thread-safe.
final class ServiceChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceChecks.class);

    private final List<Probe> probes;
    private final ServiceBoard board;
    private final Predicate<String> watched;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<String, Runnable> soon = new ConcurrentHashMap<>();

    /// @param watched which services are watched by somebody else
    /// @param nanoTime as `System.nanoTime`: telling a duration needs a clock that nobody sets
    ServiceChecks(
            List<Probe> probes, ServiceBoard board, Predicate<String> watched, Clock clock, LongSupplier nanoTime) {
        this.probes = List.copyOf(probes);
        this.board = board;
        this.watched = watched;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /// Begins to check.
    void start(Schedule schedule) {
        for (var probe : probes) {
            soon.put(probe.name(), schedule.every("check of " + probe.name(), probe.interval(), () -> check(probe)));
        }
    }

    /// Has a service checked out of turn; nothing happens with a name that none has.
    void checkSoon(String service) {
        soon.getOrDefault(service, () -> {}).run();
    }

    /// Checks one service now.
    void check(Probe probe) {
        var problem = probe.notConfigured().get();
        if (problem.isPresent()) {
            board.absent(probe, problem.get());
            return;
        }
        if (watched.test(probe.name())) {
            return;
        }
        long begun = nanoTime.getAsLong();
        try {
            var words = probe.check().get();
            up(probe, Duration.ofNanos(nanoTime.getAsLong() - begun), words);
        } catch (Probe.Absent e) {
            board.absent(probe, String.valueOf(e.getMessage()));
        } catch (MediaNestException e) {
            down(probe, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the check of {} failed in an unexpected way", probe.name(), e);
            down(probe, "The check failed: see the log");
        }
    }

    private void up(Probe probe, Duration took, String words) {
        long millis = Math.max(1, took.toMillis());
        var now = clock.instant();
        board.found(
                new Finding(probe.name(), probe.displayName(), Finding.answering(millis), millis, now, words, null));
    }

    private void down(Probe probe, String words) {
        var now = clock.instant();
        board.found(new Finding(probe.name(), probe.displayName(), ServiceState.OFFLINE, null, now, words, null));
    }
}
