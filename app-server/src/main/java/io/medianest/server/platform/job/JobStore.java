package io.medianest.server.platform.job;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The job table.
interface JobStore {
    @SqlUpdate("""
            INSERT INTO job (kind, subject, live_key, state, attempts, run_at, correlation_id, created_at, updated_at)
            VALUES (:kind, :subject, :liveKey, 'READY', 0, :now, :correlationId, :now, :now)
            ON CONFLICT DO NOTHING""")
    int insert(String kind, String subject, String liveKey, String correlationId, Instant now);

    /// Has a job that waits or runs already run again when it is done. One that only waits forgets it at its start.
    @SqlUpdate("UPDATE job SET once_more = TRUE WHERE live_key = :liveKey")
    int onceMore(String liveKey);

    @SqlQuery("""
            SELECT id, kind, subject, attempts, outages, correlation_id FROM job
            WHERE state = 'READY' AND run_at <= :now
            ORDER BY run_at, id LIMIT :limit FOR UPDATE SKIP LOCKED""")
    @RegisterConstructorMapper(ClaimedJob.class)
    List<ClaimedJob> lockDue(Instant now, int limit);

    @SqlUpdate("""
            UPDATE job SET state = 'RUNNING', node = :node, attempts = attempts + 1, once_more = FALSE,
                waits_for = NULL, updated_at = :now
            WHERE id = :id""")
    void start(long id, String node, Instant now);

    @SqlUpdate("""
            UPDATE job SET last_error = NULL, updated_at = :now,
                state = CASE WHEN once_more THEN 'READY' ELSE 'DONE' END,
                live_key = CASE WHEN once_more THEN live_key END,
                attempts = CASE WHEN once_more THEN 0 ELSE attempts END,
                outages = CASE WHEN once_more THEN 0 ELSE outages END,
                run_at = CASE WHEN once_more THEN :now ELSE run_at END
            WHERE id = :id AND state = 'RUNNING' AND node = :node""")
    void done(long id, String node, Instant now);

    @SqlUpdate("""
            UPDATE job SET state = 'READY', run_at = :runAt, last_error = :error, updated_at = :now
            WHERE id = :id AND state = 'RUNNING' AND node = :node""")
    void again(long id, String node, Instant runAt, @Nullable String error, Instant now);

    /// As [#again], after an attempt that failed through nobody's fault but that of a service, or of the database.
    ///
    /// @param waitsFor the service; null where it is none that would be heard to be back
    @SqlUpdate("""
            UPDATE job SET state = 'READY', run_at = :runAt, last_error = :error, outages = outages + 1,
                waits_for = :waitsFor, updated_at = :now
            WHERE id = :id AND state = 'RUNNING' AND node = :node""")
    void afterOutage(
            long id, String node, Instant runAt, @Nullable String error, @Nullable String waitsFor, Instant now);

    /// Has what waits for a service, or for a part of it, run now.
    @SqlUpdate("""
            UPDATE job SET run_at = :now, updated_at = :now
            WHERE state = 'READY' AND run_at > :now AND (waits_for = :service OR waits_for LIKE :service || '-%')""")
    int wake(String service, Instant now);

    /// As if it had not been started.
    @SqlUpdate("""
            UPDATE job SET state = 'READY', run_at = :runAt, attempts = attempts - 1, updated_at = :now
            WHERE id = :id AND state = 'RUNNING' AND node = :node""")
    void later(long id, String node, Instant runAt, Instant now);

    /// Ends a job that has failed, unless its work was asked for anew while it ran.
    ///
    /// @return 0 when that was written before, or the job is gone
    @SqlUpdate("""
            UPDATE job SET last_error = :error, updated_at = :now,
                state = CASE WHEN once_more THEN 'READY' ELSE 'DEAD' END,
                live_key = CASE WHEN once_more THEN live_key END,
                attempts = CASE WHEN once_more THEN 0 ELSE attempts END,
                outages = CASE WHEN once_more THEN 0 ELSE outages END,
                run_at = CASE WHEN once_more THEN :now ELSE run_at END
            WHERE id = :id AND state = 'RUNNING' AND node = :node""")
    int dead(long id, String node, @Nullable String error, Instant now);

    /// Remembers how an attempt at a running job ended; nothing where that was written before.
    @SqlUpdate("""
            INSERT INTO job_attempt (job_id, at, error)
            SELECT id, CAST(:now AS TIMESTAMP WITH TIME ZONE), CAST(:error AS VARCHAR) FROM job
            WHERE id = :id AND state = 'RUNNING' AND node = :node""")
    void addAttempt(long id, String node, Instant now, String error);

    /// Forgets all attempts at a job but the last.
    @SqlUpdate("""
            DELETE FROM job_attempt WHERE id IN (
                SELECT id FROM job_attempt WHERE job_id = :id ORDER BY id DESC OFFSET :kept ROWS)""")
    void trimAttempts(long id, int kept);

    @SqlQuery("SELECT job_id, at, error FROM job_attempt WHERE job_id IN (<ids>) ORDER BY id")
    @RegisterConstructorMapper(Attempt.class)
    List<Attempt> attempts(@BindList Collection<Long> ids);

    @SqlQuery("SELECT state FROM job WHERE id = :id")
    Optional<String> state(long id);

    @SqlQuery("""
            SELECT id, kind, subject, attempts, last_error, correlation_id, created_at, updated_at FROM job
            WHERE state = 'DEAD' ORDER BY updated_at DESC, id DESC LIMIT :limit OFFSET :offset""")
    @RegisterConstructorMapper(DeadJob.class)
    List<DeadJob> dead(int limit, long offset);

    @SqlQuery("SELECT updated_at FROM job WHERE state = 'DEAD' ORDER BY updated_at DESC, id DESC LIMIT :most")
    List<Instant> deadTimes(int most);

    @SqlQuery("SELECT id, kind, subject FROM job WHERE state = 'DEAD' AND id = :id FOR UPDATE")
    @RegisterConstructorMapper(Work.class)
    Optional<Work> lockDead(long id);

    @SqlQuery("SELECT id FROM job WHERE state = 'DEAD' ORDER BY id")
    List<Long> deadIds();

    @SqlUpdate("DELETE FROM job WHERE state = 'DEAD' AND id = :id")
    int discard(long id);

    @SqlUpdate("DELETE FROM job WHERE state = 'DEAD'")
    int discardAll();

    /// Work that is asked for anew takes the place of its dead job.
    @SqlUpdate("DELETE FROM job WHERE state = 'DEAD' AND kind = :kind AND subject = :subject")
    void discardOf(String kind, String subject);

    @SqlQuery("SELECT state, COUNT(*) AS jobs, MIN(run_at) AS oldest FROM job GROUP BY state")
    @RegisterConstructorMapper(Tally.class)
    List<Tally> tally();

    /// Work that a server had under way when it died.
    @SqlUpdate("""
            UPDATE job SET state = 'READY', node = NULL, run_at = :now, updated_at = :now
            WHERE state = 'RUNNING'
              AND (node IS NULL OR (node <> :self AND node NOT IN (SELECT living.id FROM node living)))""")
    int readyOrphans(String self, Instant now);

    @SqlQuery("SELECT MIN(run_at) FROM job WHERE state = 'READY'")
    Optional<Instant> nextDue();

    @SqlUpdate("DELETE FROM job WHERE state = 'DONE' AND updated_at < :before")
    int prune(Instant before);

    @SqlQuery("SELECT COUNT(*) FROM job WHERE state = :state")
    long count(String state);

    /// What a job is about.
    record Work(long id, String kind, String subject) {}

    /// How one attempt at a job ended.
    record Attempt(long jobId, Instant at, String error) {}

    /// Jobs that have failed for good.
    record DeadJob(
            long id,
            String kind,
            String subject,
            int attempts,
            @Nullable String lastError,
            String correlationId,
            Instant createdAt,
            Instant updatedAt) {}

    /// How many jobs are in a state.
    ///
    /// @param oldest when the first of them was or is due
    record Tally(String state, long jobs, Instant oldest) {}

    /// A job that this process works on.
    ///
    /// @param attempts before this one
    /// @param outages how many of them met a service or a database that was down
    record ClaimedJob(long id, String kind, String subject, int attempts, int outages, String correlationId) {}
}
