package io.medianest.server.platform.job;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobStore.ClaimedJob;
import io.medianest.server.platform.observe.Correlation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The job table and its runner: `READY → RUNNING → DONE | DEAD`, at least once. Jobs are started as soon as the
/// transaction that added them is durable; a failed one is tried again with growing pauses. Thread-safe.
public final class JobQueue implements Jobs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final int CONCURRENCY = 8;
    private static final Duration LONGEST_NAP = Duration.ofSeconds(30);
    private static final Duration SHORT_NAP = Duration.ofSeconds(1);
    private static final Duration DONE_KEPT = Duration.ofDays(7);
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(3);
    private static final Duration CLAIM_DEADLINE = Duration.ofSeconds(2);

    private final Database database;
    private final String node;
    private final Clock clock;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final JobAttempts attempts;
    private final Wakes wakes;
    private final Semaphore work = new Semaphore(0);
    private final Semaphore slots = new Semaphore(CONCURRENCY);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;
    private volatile @Nullable Thread claimer;

    public JobQueue(Database database, Clock clock, Backoff backoff) {
        this(database, new Ids().next("node"), clock, backoff);
    }

    /// @param node which of the servers that work on the database this is; another one at each start
    public JobQueue(Database database, String node, Clock clock, Backoff backoff) {
        this.database = database;
        this.node = node;
        this.clock = clock;
        this.wakes = new Wakes(database, clock);
        this.attempts = new JobAttempts(database, node, handlers, backoff, wakes, clock);
    }

    /// How often and with which pauses a failing job is tried.
    ///
    /// @param attempts before the job is dead; those that met an outage of an outside service do not count
    /// @param first the pause after the first failure; each next one is twice as long, ± 25 %
    /// @param longest no pause is longer, but where a service asks for one
    public record Backoff(int attempts, Duration first, Duration longest) {
        public static final Backoff DEFAULT = new Backoff(8, Duration.ofSeconds(2), Duration.ofMinutes(10));

        Duration after(int failures) {
            long base = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
            return Duration.ofMillis((long) (base * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
        }
    }

    /// Says who does a kind of work. Before [#start()] only.
    public void register(JobHandler handler) {
        if (handlers.put(handler.kind(), handler) != null) {
            throw new IllegalArgumentException("two handlers for " + handler.kind());
        }
    }

    /// Begins to work, first on what an earlier process left behind.
    public void start() {
        takeOver();
        claimer = Thread.ofVirtual().name("jobs").start(this::claim);
    }

    /// Has work run again that a server had under way when it died.
    public void takeOver() {
        int orphans = database.inside(tx -> tx.store(JobStore.class).readyOrphans(node, clock.instant()));
        if (orphans > 0) {
            LOG.info("{} jobs were under way when their server ended; they run again", orphans);
            work.release();
        }
    }

    /// A service is back: what waits for it runs soon, and not when its pause is over. Returns at once.
    ///
    /// @param service as errors call it
    public void wake(String service) {
        wakes.add(service);
        work.release();
    }

    @Override
    public void add(Tx tx, NewJob job) {
        var store = tx.store(JobStore.class);
        var key = job.kind() + ":" + job.subject();
        store.discardOf(job.kind(), job.subject());
        boolean taken = false;
        while (!taken) { // Twice only when the same job ends between the two statements.
            taken = store.insert(job.kind(), job.subject(), key, Correlation.current(), clock.instant()) > 0
                    || store.onceMore(key) > 0;
        }
        tx.afterCommit(work::release);
    }

    /// The jobs that have failed for good.
    public DeadLetters deadLetters() {
        return new DeadLetters(database, this, Map.copyOf(handlers));
    }

    /// Which of the servers that work on the database this is.
    public String node() {
        return node;
    }

    /// How many jobs there are in each state that any are in.
    public List<JobCount> counts() {
        var now = clock.instant();
        return database.store(JobStore.class).tally().stream()
                .map(tally -> new JobCount(tally.state(), tally.jobs(), Duration.between(tally.oldest(), now)))
                .toList();
    }

    /// Whether the database knows how all jobs ended that have ended.
    boolean isWritten() {
        return attempts.isWritten();
    }

    private void claim() {
        while (!closing) {
            try {
                attempts.writeAgain();
                wakes.serve();
                if (!startOne()) {
                    nap();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Errors as well: memory or stack may be short for a moment, and nobody else starts jobs.
                tell(e);
                napQuietly();
            }
        }
    }

    /// That the database is away is told by an incident, once.
    private static void tell(Throwable failure) {
        if (Database.isOutage(failure)) {
            LOG.warn("the job table cannot be read, trying again soon: {}", failure.toString());
        } else {
            LOG.error("the job table cannot be read, trying again soon", failure);
        }
    }

    private boolean startOne() throws InterruptedException {
        slots.acquire();
        @Nullable ClaimedJob job = null;
        try {
            job = next();
        } finally {
            if (job == null) {
                slots.release();
            }
        }
        if (job == null) {
            return false;
        }
        var claimed = job;
        workers.execute(() -> run(claimed));
        return true;
    }

    private @Nullable ClaimedJob next() {
        List<ClaimedJob> claimed = database.inside(tx -> {
            var store = tx.store(JobStore.class);
            var due = store.lockDue(clock.instant(), 1);
            due.forEach(job -> store.start(job.id(), node, clock.instant()));
            return due;
        });
        return claimed.isEmpty() ? null : claimed.getFirst();
    }

    private void nap() throws InterruptedException {
        var due = database.store(JobStore.class).nextDue();
        // Another server wakes nobody here.
        var longest = attempts.isWritten() && !database.isShared() ? LONGEST_NAP : SHORT_NAP;
        var nap = due.map(at -> Duration.between(clock.instant(), at))
                .filter(time -> time.compareTo(longest) < 0)
                .orElse(longest);
        if (work.tryAcquire(Math.max(1, nap.toMillis()), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private void napQuietly() {
        try {
            if (work.tryAcquire(1, TimeUnit.SECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ClaimedJob job) {
        try {
            attempts.run(job);
        } finally {
            slots.release();
            work.release();
        }
    }

    /// Forgets jobs that were done a week ago. Dead ones stay until somebody decides.
    public void prune() {
        Instant before = clock.instant().minus(DONE_KEPT);
        int pruned = database.store(JobStore.class).prune(before);
        LOG.debug("{} finished jobs forgotten", pruned);
    }

    /// Begins no job more and lets those that run come to their end; what does not is interrupted, stays `RUNNING` and
    /// runs again at the next start.
    @Override
    public void close() {
        closing = true;
        work.release();
        var claiming = claimer;
        try {
            if (claiming != null && !claiming.join(CLAIM_DEADLINE)) {
                claiming.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Endings.await("jobs", workers, CLOSE_DEADLINE);
    }
}
