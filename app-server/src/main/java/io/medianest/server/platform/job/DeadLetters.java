package io.medianest.server.platform.job;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.FailedAttempt;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobStore.Attempt;
import io.medianest.server.platform.job.JobStore.DeadJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs that have failed for good, until somebody decides about them. Thread-safe.
public final class DeadLetters implements FailedWork {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Database database;
    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;

    DeadLetters(Database database, Jobs jobs, Map<String, JobHandler> handlers) {
        this.database = database;
        this.jobs = jobs;
        this.handlers = handlers;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public boolean isOurs(String id) {
        return id.chars().allMatch(Character::isDigit);
    }

    @Override
    public long count() {
        return store().count("DEAD");
    }

    @Override
    public List<Instant> times(int most) {
        return store().deadTimes(most);
    }

    @Override
    public List<DeadLetter> letters(int limit, long offset) {
        var store = store();
        var dead = store.dead(limit, offset);
        var histories = histories(store, dead);
        return dead.stream()
                .map(job -> letter(job, histories.getOrDefault(job.id(), List.of())))
                .toList();
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

    /// @throws MediaNestException `NOT_FOUND`, or what its handler says against it
    @Override
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

    @Override
    public int retryAll(String by) {
        int retried = 0;
        for (long id : store().deadIds()) {
            try {
                database.run(tx -> retry(tx, id, by));
                retried++;
            } catch (MediaNestException e) {
                LOG.info("job {} is not run again: {}", id, e.getMessage());
            }
        }
        return retried;
    }

    @Override
    public void discard(String id) {
        if (store().discard(number(id)) == 0) {
            throw unknown(id);
        }
    }

    @Override
    public int discardAll() {
        return store().discardAll();
    }

    private JobStore store() {
        return database.store(JobStore.class);
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
