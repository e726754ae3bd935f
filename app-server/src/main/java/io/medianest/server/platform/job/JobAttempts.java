package io.medianest.server.platform.job;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobStore.ClaimedJob;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries claimed jobs and writes down how that ended. Thread-safe.
final class JobAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(JobAttempts.class);
    private static final int MAX_ERROR_LENGTH = 1900;
    /// A service whose next call may be that soon is in use by others.
    private static final Duration CROWDED = Duration.ofSeconds(2);
    /// Attempts of a job whose course is remembered.
    static final int REMEMBERED = 20;

    private final Database database;
    private final String node;
    private final Map<String, JobHandler> handlers;
    private final JobQueue.Backoff backoff;
    private final Wakes wakes;
    private final Clock clock;
    private final Outcomes outcomes = new Outcomes();

    /// @param node which server this is
    /// @param handlers by kind; more may be added until the first job is tried
    /// @param wakes tells which services have come back while a job was tried
    JobAttempts(
            Database database,
            String node,
            Map<String, JobHandler> handlers,
            JobQueue.Backoff backoff,
            Wakes wakes,
            Clock clock) {
        this.database = database;
        this.node = node;
        this.handlers = handlers;
        this.backoff = backoff;
        this.wakes = wakes;
        this.clock = clock;
    }

    void run(ClaimedJob job) {
        Correlation.run(job.correlationId(), () -> attempt(job));
    }

    /// Whether the database knows how all jobs ended that have ended.
    boolean isWritten() {
        return outcomes.isEmpty();
    }

    /// Tries once more to write what could not be written.
    void writeAgain() {
        outcomes.writeAgain();
    }

    private void attempt(ClaimedJob job) {
        var handler = handlers.get(job.kind());
        if (handler == null) {
            LOG.error("nobody does jobs of kind {}", job.kind());
            write(job, store -> store.dead(job.id(), node, "nobody does this kind", clock.instant()));
            return;
        }
        long wakesBefore = wakes.number();
        try {
            handler.run(job.subject());
        } catch (JobHandler.NotYet e) {
            var now = clock.instant();
            write(job, store -> store.later(job.id(), node, now.plus(e.pause()), now));
            return;
        } catch (RuntimeException | Error e) {
            // Errors as well: a job that runs out of stack must not be taken for one that still runs.
            failed(job, handler, e, wakesBefore);
            return;
        }
        write(job, store -> store.done(job.id(), node, clock.instant()));
    }

    private void write(ClaimedJob job, Consumer<JobStore> outcome) {
        outcomes.write(job, () -> database.run(tx -> outcome.accept(tx.store(JobStore.class))));
    }

    private void failed(ClaimedJob job, JobHandler handler, Throwable failure, long wakesBefore) {
        if (Thread.currentThread().isInterrupted()) {
            return; // The program is closing: the job stays RUNNING and becomes READY at the next start.
        }
        int attempts = job.attempts() + 1;
        var error = shortened(failure);
        boolean outage = isOutage(failure);
        if (!outage && (attempts - job.outages() >= backoff.attempts() || failure instanceof JobHandler.GiveUp)) {
            LOG.error("job {} {} failed for good after {} attempts", job.kind(), job.subject(), attempts, failure);
            outcomes.write(job, () -> bury(job, handler, error));
            return;
        }
        var pause = pause(attempts, failure);
        LOG.warn("job {} {} failed, again in {} s: {}", job.kind(), job.subject(), pause.toSeconds(), error);
        var now = clock.instant();
        if (outage) {
            var wait = new Wait(waitsFor(failure), pause, wakesBefore);
            outcomes.write(job, () -> database.run(tx -> afterOutage(tx, job, wait, error, now)));
        } else {
            write(job, store -> {
                remember(store, job, error);
                store.again(job.id(), node, now.plus(pause), error, now);
            });
        }
    }

    /// @param service null for one that wakes nobody
    /// @param wakesBefore how many services had come back when the attempt began
    private record Wait(@Nullable String service, Duration pause, long wakesBefore) {}

    /// While a job runs it is not woken: the service that it has missed may be back before the job waits for it.
    private void afterOutage(Tx tx, ClaimedJob job, Wait wait, String error, Instant now) {
        var service = wait.service;
        long seen = wakes.number();
        var first = backoff.after(1);
        boolean isBack = service != null && wakes.since(service, wait.wakesBefore);
        var pause = isBack && first.compareTo(wait.pause) < 0 ? first : wait.pause;
        var store = tx.store(JobStore.class);
        remember(store, job, error);
        store.afterOutage(job.id(), node, now.plus(pause), error, service, now);
        if (service != null) {
            tx.afterCommit(() -> {
                if (wakes.since(service, seen)) {
                    wakes.again(service);
                }
            });
        }
    }

    /// A service that names a time is not asked before. Where it was not asked at all, since others were, nothing is
    /// known that would be a reason to wait long.
    private Duration pause(int attempts, Throwable failure) {
        var usual = backoff.after(attempts);
        if (!(failure instanceof MediaNestException known) || known.retryAfter() == null) {
            return usual;
        }
        if (known.getCause() instanceof UpstreamFailure upstream) {
            var asked = upstream.retryAfter();
            return asked == null || asked.compareTo(usual) < 0 ? usual : asked;
        }
        return known.retryAfter().compareTo(CROWDED) > 0 ? usual : backoff.after(1);
    }

    /// Null as well where the service has named a time: it may be back, and yet is not to be asked before that.
    private static @Nullable String waitsFor(Throwable failure) {
        if (!(failure instanceof MediaNestException known)) {
            return null;
        }
        boolean namesTime = known.getCause() instanceof UpstreamFailure upstream && upstream.retryAfter() != null;
        return namesTime ? null : known.details();
    }

    private void bury(ClaimedJob job, JobHandler handler, String error) {
        database.run(tx -> {
            var store = tx.store(JobStore.class);
            remember(store, job, error);
            boolean ended = store.dead(job.id(), node, error, clock.instant()) > 0;
            if (ended && store.state(job.id()).filter("DEAD"::equals).isPresent()) {
                handler.dead(tx, job.subject(), error);
            }
        });
    }

    private void remember(JobStore store, ClaimedJob job, String error) {
        store.addAttempt(job.id(), node, clock.instant(), error);
        store.trimAttempts(job.id(), REMEMBERED);
    }

    /// While an outside service or the database is down no attempt is in vain: the work waits for it, however long that
    /// takes. A service that is well and does not take what it is given will not take it tomorrow either.
    private static boolean isOutage(Throwable failure) {
        if (failure instanceof MediaNestException known && known.code().isOutage()) {
            return !(known.getCause() instanceof UpstreamFailure upstream && upstream.isFinal());
        }
        return Database.isOutage(failure);
    }

    private static String shortened(Throwable failure) {
        var text = failure instanceof Error ? failure.toString() : String.valueOf(failure.getMessage());
        return text.length() <= MAX_ERROR_LENGTH ? text : text.substring(0, MAX_ERROR_LENGTH);
    }
}
