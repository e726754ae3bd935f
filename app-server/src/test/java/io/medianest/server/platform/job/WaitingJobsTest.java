package io.medianest.server.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobQueue.Backoff;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Jobs that wait for a service, which is down, busy or unwilling.
class WaitingJobsTest {
    private static final Duration LONG = Duration.ofHours(5);
    private static final GuardPolicy POLICY = GuardPolicy.of("overseerr", "Overseerr", 5, Duration.ofSeconds(30), 1);

    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final AtomicInteger runs = new AtomicInteger();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private volatile Runnable meanwhile = () -> {};
    private @Nullable JobQueue queue;

    @AfterEach
    void close() {
        if (queue != null) {
            queue.close();
        }
        database.close();
    }

    private JobQueue begin(Backoff backoff) {
        var jobs = new JobQueue(database, Clock.systemUTC(), backoff);
        queue = jobs;
        jobs.register(new Work());
        jobs.start();
        database.run(tx -> jobs.add(tx, new NewJob("test", "s")));
        return jobs;
    }

    private static MediaNestException down(String service, Duration retryAfter) {
        return new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "It is down", service, retryAfter, null);
    }

    private void rests() {
        Await.until("it waits", () -> runs.get() > 0 && count("READY") == 1);
    }

    private Duration pause() {
        return Duration.between(
                Instant.now(), database.store(JobStore.class).nextDue().orElseThrow());
    }

    private long count(String state) {
        return database.store(JobStore.class).count(state);
    }

    @Test
    @DisplayName("what waits for a service runs as soon as that is back, and not when its pause is over")
    void wakes() {
        failures.add(down("overseerr", Duration.ofMinutes(1)));
        var jobs = begin(new Backoff(3, LONG, LONG));
        rests();

        jobs.wake("plex");
        assertThat(pause()).isGreaterThan(Duration.ofHours(3));
        jobs.wake("overseerr");

        Await.until("it is done", () -> count("DONE") == 1);
        assertThat(runs).hasValue(2);
    }

    @Test
    @DisplayName("what waits for a part of a service runs when that is back, too")
    void part() {
        failures.add(down("plex-tv", Duration.ofMinutes(1)));
        var jobs = begin(new Backoff(3, LONG, LONG));
        rests();

        jobs.wake("plex");

        Await.until("it is done", () -> count("DONE") == 1);
    }

    @Test
    @DisplayName("what was turned away because others were asking comes again soon, however long it has waited before")
    void crowded() {
        failures.add(down("overseerr", Duration.ofMinutes(1)));
        failures.add(down("overseerr", Duration.ofSeconds(1)));
        var jobs = begin(new Backoff(3, Duration.ofMillis(50), LONG));

        Await.until("it is done", () -> count("DONE") == 1);
        assertThat(runs).hasValue(3);
        jobs.close();
    }

    @Test
    @DisplayName("attempts that met an outage cost none: afterwards a job has as many as it had before")
    void outagesCostNothing() {
        for (int i = 0; i < 5; i++) {
            failures.add(down("overseerr", Duration.ofMinutes(1)));
        }
        failures.add(new IllegalStateException("our own fault"));
        failures.add(new IllegalStateException("our own fault"));
        begin(new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2)));

        Await.until("it is done", () -> count("DONE") == 1);
        assertThat(runs).hasValue(8);
    }

    @Test
    @DisplayName("a service that is well and does not take what it is given is not asked for ever")
    void unwilling() {
        for (int i = 0; i < 9; i++) {
            var refusal = UpstreamFailure.refused("does not take the request (HTTP 400)");
            failures.add(new MediaNestException(ErrorCode.UPSTREAM_ERROR, "No", "overseerr", null, refusal));
        }
        begin(new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2)));

        Await.until("it is dead", () -> count("DEAD") == 1);
        assertThat(runs).hasValue(3);
    }

    @Test
    @DisplayName("a service that says when it wants to be asked again is not asked before")
    void retryAfter() {
        try (var service = LoopbackService.start();
                var http = HttpUpstream.open(Duration.ofSeconds(3), Duration.ofSeconds(60))) {
            service.on("/x", Answer.json(429, "{}").with("Retry-After", "1800"));
            var guard = Guards.impatient(POLICY);
            try {
                guard.callOnce(
                        () -> http.send(UpstreamCall.get(service.url(), "/x")).okJson());
            } catch (MediaNestException e) {
                failures.add(e);
            }
            begin(new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2)));
            rests();

            assertThat(pause()).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(30));
        }
    }

    @Test
    @DisplayName("a service that has named a time is not asked before, even when it is heard to be back")
    void backBeforeItsTime() {
        failures.add(new MediaNestException(
                ErrorCode.UPSTREAM_ERROR, "No", "overseerr", Duration.ofMinutes(30), outOfServiceForLong()));
        failures.add(down("overseerr", Duration.ofMinutes(1)));
        var jobs = begin(new Backoff(3, LONG, LONG));
        database.run(tx -> jobs.add(tx, new NewJob("test", "t")));
        Await.until("both wait", () -> runs.get() == 2 && count("READY") == 2);

        jobs.wake("overseerr");

        Await.until("one of them is done", () -> count("DONE") == 1);
        assertThat(count("READY")).isEqualTo(1);
        assertThat(pause()).isGreaterThan(Duration.ofMinutes(25));
    }

    private static UpstreamFailure outOfServiceForLong() {
        try (var service = LoopbackService.start();
                var http = HttpUpstream.open(Duration.ofSeconds(3), Duration.ofSeconds(60))) {
            service.on("/x", Answer.json(503, "{}").with("Retry-After", "1800"));
            return UpstreamFailure.of(http.send(UpstreamCall.get(service.url(), "/x")));
        }
    }

    @Test
    @DisplayName("what misses a service that comes back before it waits for it does not wait long")
    void backMeanwhile() {
        failures.add(down("overseerr", Duration.ofMinutes(1)));
        var jobs = new JobQueue(database, Clock.systemUTC(), new Backoff(3, Duration.ofMillis(1), LONG));
        queue = jobs;
        jobs.register(new Work());
        jobs.start();
        addTriedOften(jobs, "early");
        rests();
        meanwhile = () -> {
            meanwhile = () -> {};
            jobs.wake("overseerr");
            Await.until("what has waited before was woken", () -> count("DONE") == 1);
            failures.add(down("overseerr", Duration.ofMinutes(1)));
        };

        addTriedOften(jobs, "late");

        Await.until("it is done", () -> count("DONE") == 2);
        assertThat(runs).hasValue(4);
    }

    /// Its next pause is a quarter of an hour or so.
    private void addTriedOften(JobQueue jobs, String subject) {
        database.run(tx -> {
            jobs.add(tx, new NewJob("test", subject));
            var store = tx.store(JobStore.class);
            var now = Instant.now().plusSeconds(1);
            var job = store.lockDue(now, 1).getFirst();
            for (int i = 0; i < 25; i++) {
                store.start(job.id(), "another", now);
                store.again(job.id(), "another", Instant.now(), null, now);
            }
        });
    }

    /// Fails as it is told to, and then is done.
    private final class Work implements JobHandler {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void run(String subject) {
            runs.incrementAndGet();
            if (subject.equals("late")) {
                meanwhile.run();
            }
            var failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void dead(Tx tx, String subject, String reason) {
            // The table says so.
        }
    }
}
