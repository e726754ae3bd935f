package io.medianest.server.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Schedule schedule = new Schedule();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        schedule.close();
    }

    @Test
    @DisplayName("work runs at once, out of turn when asked, and goes on after it has failed")
    void turns() {
        var turn = schedule.every("test", NEVER, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first run fails");
            }
        });
        Await.until("it ran", () -> runs.get() == 1);
        Await.until("it ran again", () -> {
            turn.run();
            return runs.get() > 1;
        });
    }

    @Test
    @DisplayName("an interval that was made shorter holds from then on, not only after the long one")
    void shorter() {
        var interval = new AtomicReference<>(NEVER);
        schedule.every("test", interval::get, runs::incrementAndGet);
        Await.until("it ran", () -> runs.get() == 1);

        interval.set(Duration.ofMillis(1));
        schedule.anew();

        Await.until("it runs often", () -> runs.get() > 5);
    }

    @Test
    @DisplayName("nothing runs twice at the same time, however often it is asked for")
    void once() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var turn = schedule.every("test", NEVER, () -> {
            runs.incrementAndGet();
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        turn.run();
        schedule.anew();
        assertThat(runs).hasValue(1);
        gate.countDown();
    }
}
