package io.medianest.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalCountersTest {
    private final MovableClock clock = new MovableClock();
    private final LocalCounters counters = new LocalCounters(clock);
    private final Limit tenAMinute = Limit.parse("10/1m");

    @Test
    @DisplayName("a full bucket gives all at once, then refuses and says when to come back")
    void empties() {
        for (int i = 9; i >= 0; i--) {
            assertThat(counters.take("a", tenAMinute).remaining()).isEqualTo(i);
        }
        var refused = counters.take("a", tenAMinute);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMillis(5_900), Duration.ofMillis(6_100));
        assertThat(counters.take("b", tenAMinute).granted()).isTrue();
    }

    @Test
    @DisplayName("it refills evenly, and never over its size")
    void refills() {
        for (int i = 0; i < 10; i++) {
            counters.take("a", tenAMinute);
        }
        clock.advance(Duration.ofSeconds(13));
        assertThat(counters.take("a", tenAMinute).granted()).isTrue();
        assertThat(counters.take("a", tenAMinute).granted()).isTrue();
        assertThat(counters.take("a", tenAMinute).granted()).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(counters.peek("a", tenAMinute).remaining()).isEqualTo(10);
    }

    @Test
    @DisplayName("a clock that is set back neither gives nor takes")
    void clockJumps() {
        counters.take("a", tenAMinute);
        clock.advance(Duration.ofDays(-2));
        assertThat(counters.peek("a", tenAMinute).remaining()).isEqualTo(9);
        clock.advance(Duration.ofSeconds(6));
        assertThat(counters.peek("a", tenAMinute).remaining()).isEqualTo(10);
    }

    @Test
    @DisplayName("looking costs nothing")
    void peeks() {
        for (int i = 0; i < 50; i++) {
            assertThat(counters.peek("a", tenAMinute).remaining()).isEqualTo(10);
        }
    }
}
