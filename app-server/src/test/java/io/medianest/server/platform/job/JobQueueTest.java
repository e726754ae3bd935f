package io.medianest.server.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobQueue.Backoff;
import io.medianest.server.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobQueueTest {
    private static final Backoff QUICK = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5));

    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final JobQueue jobs = new JobQueue(database, Clock.systemUTC(), QUICK);
    private final List<String> dead = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> whenDead = subject -> {};

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    @Test
    @DisplayName("a job of a committed transaction runs, one of a rolled-back transaction never exists")
    void withTheTransaction() {
        var done = new CopyOnWriteArrayList<String>();
        jobs.register(handler(done::add));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "kept")));
        try {
            database.run(tx -> {
                jobs.add(tx, new NewJob("test", "lost"));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back");
        }
        Await.until("the job ran", () -> count("DONE") == 1);
        assertThat(done).containsExactly("kept");
        assertThat(count("READY")).isZero();
    }

    @Test
    @DisplayName("a failing job is tried again until its attempts are used up, then it is dead and its handler told")
    void attempts() {
        var attempts = new AtomicInteger();
        jobs.register(handler(subject -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("no");
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        Await.until("the job is dead", () -> count("DEAD") == 1);
        assertThat(attempts).hasValue(3);
        assertThat(dead).containsExactly("s: no");
    }

    @Test
    @DisplayName("a job that gives up is not tried again")
    void givesUp() {
        var attempts = new AtomicInteger();
        jobs.register(handler(subject -> {
            attempts.incrementAndGet();
            throw new JobHandler.GiveUp("refused");
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        Await.until("the job is dead", () -> !dead.isEmpty());
        assertThat(attempts).hasValue(1);
    }

    @Test
    @DisplayName("a job for which it is too early runs again after the pause it names, and no attempt is counted")
    void notYet() {
        var attempts = new AtomicInteger();
        jobs.register(handler(subject -> {
            if (attempts.incrementAndGet() <= 2 * QUICK.attempts()) {
                throw new JobHandler.NotYet(Duration.ofMillis(1));
            }
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        Await.until("the job is done", () -> count("DONE") == 1);
        assertThat(attempts).hasValue(2 * QUICK.attempts() + 1);
        assertThat(dead).isEmpty();
    }

    @Test
    @DisplayName("a job is dead with what its handler writes about that, or not yet: never the one without the other")
    void deadWithItsSubject() {
        var told = new AtomicInteger();
        var deadBefore = new AtomicLong();
        whenDead = subject -> {
            seenByOthers(() -> deadBefore.addAndGet(count("DEAD")));
            if (told.incrementAndGet() == 1) {
                throw new IllegalStateException("no room on the disk");
            }
        };
        jobs.register(handler(subject -> {
            throw new JobHandler.GiveUp("refused");
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        Await.until("the job is dead", () -> count("DEAD") == 1);
        assertThat(told).hasValue(2);
        assertThat(deadBefore).hasValue(0);
        assertThat(dead).containsExactly("s: refused");
    }

    @Test
    @DisplayName("an error while a job is looked for does not end the looking")
    void errorWhileClaiming() {
        var broken = new AtomicBoolean(true);
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (Thread.currentThread().getName().equals("jobs") && broken.getAndSet(false)) {
                    throw new OutOfMemoryError("for a moment");
                }
                return Instant.now();
            }
        };
        try (var queue = new JobQueue(database, clock, QUICK)) {
            queue.register(handler(subject -> {}));
            queue.start();
            database.run(tx -> queue.add(tx, new NewJob("test", "s")));
            Await.until("the job ran", () -> count("DONE") == 1);
        }
        assertThat(broken).isFalse();
    }

    @Test
    @DisplayName("the same work does not wait twice, but may come again once it is done")
    void once() {
        var runs = new AtomicInteger();
        jobs.register(handler(subject -> runs.incrementAndGet()));
        for (int i = 0; i < 5; i++) {
            database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        }
        jobs.start();
        Await.until("the job ran", () -> count("DONE") == 1);
        assertThat(runs).hasValue(1);
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        Await.until("it ran again", () -> count("DONE") == 2);
        assertThat(runs).hasValue(2);
    }

    @Test
    @DisplayName("work that is asked for while it runs runs once more afterwards, never twice at the same time")
    void onceMore() {
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var runs = new AtomicInteger();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        jobs.register(handler(subject -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            begun.countDown();
            await(gate);
            runs.incrementAndGet();
            atOnce.decrementAndGet();
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        await(begun);
        for (int i = 0; i < 5; i++) {
            database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        }
        gate.countDown();

        Await.until("all is done", () -> count("DONE") == 1);
        assertThat(runs).hasValue(2);
        assertThat(most).hasValue(1);
    }

    @Test
    @DisplayName("an error is a failure like any other: the job is tried again, not taken for one that still runs")
    void errors() {
        var attempts = new AtomicInteger();
        jobs.register(handler(subject -> {
            if (attempts.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        Await.until("the job is done", () -> count("DONE") == 1);
        assertThat(attempts).hasValue(2);
    }

    @Test
    @DisplayName("an outcome that cannot be written at the moment is written as soon as it can, without another run")
    void outcome() {
        var runs = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        jobs.register(handler(subject -> {
            runs.incrementAndGet();
            begun.countDown();
            await(gate);
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        await(begun);
        database.run(tx -> {
            tx.store(JobTableLock.class).lock();
            gate.countDown();
            Await.until("writing has failed", () -> !jobs.isWritten());
        });
        Await.until("the outcome is written", () -> count("DONE") == 1);
        assertThat(runs).hasValue(1);
        assertThat(jobs.isWritten()).isTrue();
    }

    /// Keeps everybody else from changing the table.
    interface JobTableLock {
        @SqlQuery("SELECT id FROM job FOR UPDATE")
        List<Long> lock();
    }

    @Test
    @DisplayName("work that was asked for anew while its last attempt ran does not die with it")
    void onceMoreInsteadOfDead() {
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var runs = new AtomicInteger();
        jobs.register(handler(subject -> {
            if (runs.incrementAndGet() == 1) {
                begun.countDown();
                await(gate);
                throw new JobHandler.GiveUp("refused");
            }
        }));
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        await(begun);
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        gate.countDown();

        Await.until("it ran again", () -> count("DONE") == 1);
        assertThat(runs).hasValue(2);
        assertThat(dead).isEmpty();
        assertThat(count("DEAD")).isZero();
    }

    @Test
    @DisplayName("what was under way when the process died runs again at the next start")
    void orphans() {
        var first = new JobQueue(database, Clock.systemUTC(), QUICK);
        var begun = new CountDownLatch(1);
        first.register(handler(subject -> {
            begun.countDown();
            await(new CountDownLatch(1));
        }));
        first.start();
        database.run(tx -> first.add(tx, new NewJob("test", "s")));
        await(begun);
        first.close();
        assertThat(count("RUNNING")).isEqualTo(1);

        var done = new CopyOnWriteArrayList<String>();
        jobs.register(handler(done::add));
        jobs.start();
        Await.until("the orphan ran", () -> count("DONE") == 1);
        assertThat(done).containsExactly("s");
    }

    /// Looks from outside a transaction: another thread has another connection.
    private static void seenByOthers(Runnable look) {
        try {
            Thread.ofVirtual().start(look).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private long count(String state) {
        return database.store(JobStore.class).count(state);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JobHandler handler(Consumer<String> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return "test";
            }

            @Override
            public void run(String subject) {
                work.accept(subject);
            }

            @Override
            public void dead(Tx tx, String subject, String reason) {
                whenDead.accept(subject);
                dead.add(subject + ": " + reason);
            }
        };
    }
}
