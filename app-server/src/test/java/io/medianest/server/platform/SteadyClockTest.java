package io.medianest.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    @Test
    @DisplayName("it begins where it is told to and runs on with the machine's own count")
    void runsOn() {
        var nanos = new AtomicLong(Long.MAX_VALUE - 10);
        var begun = Instant.parse("2026-01-01T12:00:00Z");
        var clock = new SteadyClock(begun, nanos::get);
        assertThat(clock.instant()).isEqualTo(begun);

        nanos.addAndGet(2_000_000_000L);

        assertThat(clock.instant()).as("also where the count overflows").isEqualTo(begun.plusSeconds(2));
    }
}
