package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.JobQueue.Backoff;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.platform.resilience.CallListener;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.Guards;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComebacksTest {
    private static final GuardPolicy POLICY = GuardPolicy.of("overseerr", "Overseerr", 1, Duration.ofMinutes(5), 1);

    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final JobQueue jobs =
            new JobQueue(database, Clock.systemUTC(), new Backoff(3, Duration.ofHours(5), Duration.ofHours(5)));
    private final MovableClock clock = new MovableClock();
    private final Guards guards = new Guards(clock, clock, CallListener.NOBODY);
    private final Guard guard = guards.before(POLICY);
    private final Comebacks comebacks = new Comebacks(guards, jobs);
    private final AtomicBoolean down = new AtomicBoolean(true);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    private void heard(ServiceState state) {
        comebacks.heard(new ServerEvent.ServiceChecked(
                new ServiceStatus("overseerr", "Overseerr", state, null, clock.instant(), null, null, true)));
    }

    private String ask(String subject) {
        return guard.callOnce(() -> {
            runs.incrementAndGet();
            if (down.get()) {
                throw UpstreamFailure.broken("is gone", null);
            }
            return subject;
        });
    }

    @Test
    @DisplayName("a service that is seen to answer again is tried before its breaker would, and gets what waits for it")
    void comeback() {
        jobs.register(new Handover());
        jobs.start();
        heard(ServiceState.ONLINE);
        database.run(tx -> jobs.add(tx, new NewJob("handover", "req_1")));
        Await.until("it was tried in vain", () -> runs.get() == 1 && waits());
        heard(ServiceState.OFFLINE);
        heard(ServiceState.OFFLINE);
        assertThat(catchThrowable(() -> ask("x")))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));

        down.set(false);
        heard(ServiceState.DEGRADED);

        Await.until(
                "it was handed over",
                () -> jobs.counts().stream().anyMatch(count -> count.state().equals("DONE")));
        assertThat(runs).hasValue(2);
        assertThat(guard.isOpen()).isFalse();
    }

    private boolean waits() {
        return jobs.counts().stream().anyMatch(count -> count.state().equals("READY"));
    }

    private final class Handover implements JobHandler {
        @Override
        public String kind() {
            return "handover";
        }

        @Override
        public void run(String subject) {
            ask(subject);
        }

        @Override
        public void dead(Tx tx, String subject, String reason) {
            // Not here.
        }
    }
}
