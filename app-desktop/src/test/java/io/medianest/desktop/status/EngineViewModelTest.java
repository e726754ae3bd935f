package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FakeOperations;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.admin.BreakerState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final Watch clock = new Watch();
    private final EngineViewModel model = new EngineViewModel(
            api.operations(), events, new Async(Runnable::run, Runnable::run, _ -> {}), notices, clock);

    /// A clock that a test sets.
    private static final class Watch extends Clock {
        private Instant now = FakeApi.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Engine engine() {
        if (model.screenProperty().get() instanceof Screen.Content<Engine>(Engine engine, var _)) {
            return engine;
        }
        throw new AssertionError(model.screenProperty().get());
    }

    private long reads() {
        return api.calls.stream().filter("breakers"::equals).count();
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
        model.tick();
    }

    @Test
    @DisplayName("nothing is read before somebody may see it, and once then")
    void starts() {
        model.tick();
        assertThat(reads()).isZero();
        model.start();
        model.start();
        assertThat(reads()).isEqualTo(1);
        assertThat(engine().stats().jobs()).containsEntry("ready", 3L);
    }

    @Test
    @DisplayName("while it is looked at it is read now and then, and at once when a breaker lets somebody try")
    void ticks() {
        api.operations.breakers.add(FakeOperations.open("tmdb", "TMDB", Duration.ofSeconds(3)));
        model.start();
        pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(reads()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(reads()).isEqualTo(2);
        pass(Duration.ofSeconds(14));
        assertThat(reads()).isEqualTo(2);
        pass(Duration.ofSeconds(1));
        assertThat(reads()).isEqualTo(3);
    }

    @Test
    @DisplayName("an incident is a reason to look again, and so is a gap in the events")
    void events() {
        model.start();
        events.publish(new ServerEvent.IncidentOpened(new Incident("inc_1", "Down", null, null, FakeApi.NOW)));
        assertThat(reads()).isEqualTo(2);
        events.miss();
        assertThat(reads()).isEqualTo(3);
        model.close();
        assertThat(events.listeners()).isZero();
    }

    @Test
    @DisplayName("a reset lets calls through again, and says so")
    void reset() {
        api.operations.breakers.add(FakeOperations.open("tmdb", "TMDB", Duration.ofSeconds(30)));
        model.start();
        model.reset(engine().breakers().getLast());
        assertThat(engine().breakers().getLast().state()).isEqualTo(BreakerState.CLOSED);
        assertThat(notices.told).containsExactly("GOOD status.done.reset [TMDB]");
    }

    @Test
    @DisplayName("when the copies are cleared none is left, and that is said")
    void clearsCopies() {
        model.start();
        assertThat(engine().stats().caches().getFirst().entries()).isEqualTo(321);
        model.clearCopies();
        assertThat(engine().stats().caches().getFirst().entries()).isZero();
        assertThat(notices.told).containsExactly("GOOD status.done.cleared []");
    }

    @Test
    @DisplayName("failed work is run again or thrown away, one by one or all together")
    void letters() {
        for (String id : new String[] {"1", "2", "3", "4"}) {
            api.operations.letters.add(FakeOperations.letter(id, "submit-request", "Metropolis", "Overseerr: 500"));
        }
        model.start();
        model.retry(engine().letters().first().getFirst());
        model.discard(engine().letters().first().getFirst());
        assertThat(api.calls).contains("retryLetter 1", "discardLetter 2");
        assertThat(engine().letters().all()).isEqualTo(2);
        model.retryAll();
        assertThat(engine().letters().all()).isZero();
        assertThat(notices.told)
                .containsExactly(
                        "GOOD status.done.retried [Metropolis]",
                        "GOOD status.done.discarded [Metropolis]",
                        "GOOD status.done.retriedAll [2]");
    }

    @Test
    @DisplayName("what somebody else has taken away is told, and gone from the list")
    void gone() {
        api.operations.letters.add(FakeOperations.letter("1", "submit-request", "Metropolis", "Overseerr: 500"));
        model.start();
        var letter = engine().letters().first().getFirst();
        api.operations.letters.clear();
        model.discard(letter);
        assertThat(notices.said).containsExactly("NOT_FOUND");
        assertThat(engine().letters().first()).isEmpty();
    }
}
