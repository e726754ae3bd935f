package io.medianest.server.platform.job;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.job.JobStore.ClaimedJob;
import io.medianest.server.platform.observe.Correlation;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries claimed jobs and writes down how that ended. Thread-safe.
final class JobAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(JobAttempts.class);
    private static final int MAX_ERROR_LENGTH = 1900;
    /// Attempts of a job whose course is remembered.
    static final int REMEMBERED = 20;

    private final Database database;
    private final String node;
    private final Map<String, JobHandler> handlers;
    private final JobQueue.Backoff backoff;
    private final Clock clock;
    private final Outcomes outcomes = new Outcomes();

    /// @param node which server this is
    /// @param handlers by kind; more may be added until the first job is tried
    JobAttempts(
            Database database, String node, Map<String, JobHandler> handlers, JobQueue.Backoff backoff, Clock clock) {
        this.database = database;
        this.node = node;
        this.handlers = handlers;
        this.backoff = backoff;
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
        try {
            handler.run(job.subject());
        } catch (JobHandler.NotYet e) {
            var now = clock.instant();
            write(job, store -> store.later(job.id(), node, now.plus(e.pause()), now));
            return;
        } catch (RuntimeException | Error e) {
            // Errors as well: a job that runs out of stack must not be taken for one that still runs.
            failed(job, handler, e);
            return;
        }
        write(job, store -> store.done(job.id(), node, clock.instant()));
    }

    private void write(ClaimedJob job, Consumer<JobStore> outcome) {
        outcomes.write(job, () -> database.run(tx -> outcome.accept(tx.store(JobStore.class))));
    }

    private void failed(ClaimedJob job, JobHandler handler, Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            return; // The program is closing: the job stays RUNNING and becomes READY at the next start.
        }
        int failures = job.attempts() + 1;
        var error = shortened(failure);
        if (isFinal(failure, failures)) {
            LOG.error("job {} {} failed for good after {} attempts", job.kind(), job.subject(), failures, failure);
            outcomes.write(job, () -> bury(job, handler, error));
            return;
        }
        var pause = backoff.after(failures);
        LOG.warn("job {} {} failed, again in {} s: {}", job.kind(), job.subject(), pause.toSeconds(), error);
        var now = clock.instant();
        write(job, store -> {
            remember(store, job, error);
            store.again(job.id(), node, now.plus(pause), error, now);
        });
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
    /// takes.
    private boolean isFinal(Throwable failure, int failures) {
        if (failure instanceof MediaNestException known && known.code().isOutage()) {
            return false;
        }
        if (Database.isOutage(failure)) {
            return false;
        }
        return failures >= backoff.attempts() || failure instanceof JobHandler.GiveUp;
    }

    private static String shortened(Throwable failure) {
        var text = failure instanceof Error ? failure.toString() : String.valueOf(failure.getMessage());
        return text.length() <= MAX_ERROR_LENGTH ? text : text.substring(0, MAX_ERROR_LENGTH);
    }
}
