package io.medianest.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrashesTest {
    private final List<Crash> told = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final Crashes crashes = new Crashes(Runnable::run, (crash, _) -> told.add(crash), now::get);

    private void fails(Throwable failure) {
        crashes.uncaughtException(Thread.currentThread(), failure);
    }

    private static Throwable kind(int number) {
        var failure = new IllegalStateException("kind " + number);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("Screen", "draw", "Screen.java", number)});
        return failure;
    }

    @Test
    @DisplayName("tells of a failure with the reference that stands in the log")
    void tells() {
        fails(kind(1));

        assertThat(told).singleElement().satisfies(crash -> {
            assertThat(crash.reference()).matches("[0-9a-f]{8}");
            assertThat(crash.what()).contains("kind 1");
        });
    }

    @Test
    @DisplayName("a failure that goes on and on is told of once")
    void loop() {
        for (int i = 0; i < 1000; i++) {
            fails(kind(1));
            crashes.closed();
        }

        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("tells one at a time, and three in ten minutes at most")
    void limited() {
        fails(kind(1));
        fails(kind(2));
        assertThat(told).hasSize(1);

        for (int number = 3; number < 9; number++) {
            crashes.closed();
            fails(kind(number));
        }
        assertThat(told).hasSize(3);

        now.addAndGet(Duration.ofMinutes(11).toNanos());
        crashes.closed();
        fails(kind(9));
        assertThat(told).hasSize(4);
    }

    @Test
    @DisplayName("takes failures without a trace, and errors")
    void odd() {
        fails(new StackOverflowError());
        crashes.closed();
        var bare = new IllegalStateException("bare");
        bare.setStackTrace(new StackTraceElement[0]);
        fails(bare);

        assertThat(told).hasSize(2);
    }
}
