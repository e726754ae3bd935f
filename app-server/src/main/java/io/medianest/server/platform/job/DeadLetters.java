package io.medianest.server.platform.job;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.DeadLetterPage;
import io.medianest.model.admin.FailedAttempt;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobStore.Attempt;
import io.medianest.server.platform.job.JobStore.DeadJob;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs that have failed for good, until somebody decides about them. Thread-safe.
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Database database;
    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;

    DeadLetters(Database database, Jobs jobs, Map<String, JobHandler> handlers) {
        this.database = database;
        this.jobs = jobs;
        this.handlers = handlers;
    }

    /// The latest first.
    public DeadLetterPage page(PageQuery query) {
        var store = database.store(JobStore.class);
        var dead = store.dead(query.limit(), query.offset());
        var histories = histories(store, dead);
        var letters = dead.stream()
                .map(job -> letter(job, histories.getOrDefault(job.id(), List.of())))
                .toList();
        return new DeadLetterPage(letters, Pagination.of(query, store.count("DEAD")));
    }

    private static Map<Long, List<FailedAttempt>> histories(JobStore store, List<DeadJob> dead) {
        if (dead.isEmpty()) {
            return Map.of();
        }
        return store.attempts(dead.stream().map(DeadJob::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        Attempt::jobId,
                        Collectors.mapping(
                                attempt -> new FailedAttempt(attempt.at(), attempt.error()), Collectors.toList())));
    }

    private DeadLetter letter(DeadJob job, List<FailedAttempt> history) {
        var handler = handlers.get(job.kind());
        return new DeadLetter(
                Long.toString(job.id()),
                job.kind(),
                job.subject(),
                handler == null ? job.subject() : handler.about(job.subject()),
                job.attempts(),
                job.lastError(),
                job.correlationId(),
                job.createdAt(),
                job.updatedAt(),
                history);
    }

    /// Has a job run again, with all its attempts.
    ///
    /// @param by the name of whoever wants it
    /// @throws MediaNestException `NOT_FOUND`, or what its handler says against it
    public void retry(String id, String by) {
        database.run(tx -> retry(tx, number(id), by));
    }

    private void retry(Tx tx, long id, String by) {
        var job = tx.store(JobStore.class).lockDead(id).orElseThrow(() -> unknown(Long.toString(id)));
        var handler = handlers.get(job.kind());
        if (handler == null) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE, "This version of MediaNest does no work of kind " + job.kind());
        }
        handler.revived(tx, job.subject(), by);
        tx.store(JobStore.class).discard(id);
        jobs.add(tx, new NewJob(job.kind(), job.subject()));
        LOG.info("{} has job {} {} run again", by, job.kind(), job.subject());
    }

    /// Has all of them run again, but for those that must not.
    ///
    /// @return how many do
    public int retryAll(String by) {
        int retried = 0;
        for (long id : database.store(JobStore.class).deadIds()) {
            try {
                database.run(tx -> retry(tx, id, by));
                retried++;
            } catch (MediaNestException e) {
                LOG.info("job {} is not run again: {}", id, e.getMessage());
            }
        }
        return retried;
    }

    /// @throws MediaNestException `NOT_FOUND`
    public void discard(String id) {
        if (database.store(JobStore.class).discard(number(id)) == 0) {
            throw unknown(id);
        }
    }

    /// @return how many there were
    public int discardAll() {
        return database.store(JobStore.class).discardAll();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unknown(id);
        }
    }

    private static MediaNestException unknown(String id) {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no failed job of that number", id);
    }
}
