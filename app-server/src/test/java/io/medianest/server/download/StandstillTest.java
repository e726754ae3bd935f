package io.medianest.server.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final MovableClock clock = new MovableClock();
    private final Standstill standstill = new Standstill(clock);

    /// One tries whether it is over, after the given time and not before.
    private void triesAfter(Duration pause) {
        clock.advance(pause.minusSeconds(1));
        assertThat(standstill.mayBegin()).as("before %s", pause).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(standstill.mayBegin()).as("after %s", pause).isTrue();
        standstill.begun("a");
    }

    private void inVain() {
        assertThat(standstill.met("a", "Wait.", Standstill.LONGEST_PAUSE)).isTrue();
        standstill.ended("a");
    }

    @Test
    @DisplayName("the longer it lasts, the more seldom it is tried, at least each half an hour")
    void moreSeldom() {
        inVain();
        for (int minutes : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(standstill.longPause()).isGreaterThan(Duration.ofMinutes(minutes));
            triesAfter(Duration.ofMinutes(minutes));
            inVain();
        }
        assertThat(standstill.suspects()).as("who may go on at once").containsExactly("a");
        standstill.lookAgain();
        assertThat(standstill.mayBegin()).isTrue();
        standstill.begun("b");
        standstill.passed("b");
        assertThat(standstill.problem()).isEmpty();
    }

    @Test
    @DisplayName("what costs nobody anything is tried each minute")
    void often() {
        inVain();
        triesAfter(Standstill.PAUSE);
        inVain();
        triesAfter(Standstill.PAUSE.multipliedBy(2));
        for (int i = 0; i < 3; i++) {
            assertThat(standstill.met("a", "Connect the disk.", Standstill.PAUSE))
                    .isTrue();
            standstill.ended("a");
            triesAfter(Standstill.PAUSE);
        }
    }

    @Test
    @DisplayName("those that began before it say nothing about how long it lasts, and who gets through ends it")
    void others() {
        inVain();
        assertThat(standstill.met("b", "Wait.", Standstill.LONGEST_PAUSE)).isTrue();
        triesAfter(Duration.ofMinutes(1));
        inVain();
        triesAfter(Duration.ofMinutes(2));
        standstill.passed("a");
        inVain();
        triesAfter(Duration.ofMinutes(1));
    }
}
