package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Uptimes;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PastTest {
    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final MovableClock clock = new MovableClock();
    private final Probe plex =
            new Probe("plex", "Plex", Duration.ofMinutes(1), Optional::empty, Optional::empty, () -> "Plex 1.43");
    private final ServiceBoard board = new ServiceBoard(List.of(plex), database, new Deaf(), List::of, clock);

    @AfterEach
    void close() {
        database.close();
    }

    private PastCheck check(Duration ago, @Nullable Long time) {
        return new PastCheck("plex", clock.instant().minus(ago), time);
    }

    @Test
    @DisplayName(
            "a history tells how often a service was well in a day, a week and a month, and since when it is known")
    void shares() {
        Instant oldest = clock.instant().minus(Duration.ofDays(20));
        board.remember(List.of(
                check(Duration.ofDays(20), null),
                check(Duration.ofDays(5), null),
                check(Duration.ofDays(3), 40L),
                check(Duration.ofHours(2), 60L)));

        var history = board.history("plex", Window.DAY);
        assertThat(history.since()).isEqualTo(oldest);
        Uptimes uptimes = Objects.requireNonNull(history.uptimes());
        assertThat(uptimes.day()).isEqualTo(1);
        assertThat(uptimes.week()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(uptimes.month()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    @DisplayName("of a service that was never checked, nothing is told")
    void nothing() {
        var history = board.history("plex", Window.WEEK);
        assertThat(history.since()).isNull();
        assertThat(history.uptimes()).isEqualTo(new Uptimes(null, null, null));
    }

    @Test
    @DisplayName("a past is taken over only where nothing is remembered, so that no start adds to it")
    void once() {
        board.remember(List.of(check(Duration.ofHours(2), 60L)));
        board.remember(List.of(check(Duration.ofHours(3), 70L)));
        assertThat(board.history("plex", Window.DAY).samples()).hasSize(1);
    }

    private static final class Deaf implements EventBus {
        @Override
        public void publish(ServerEvent event) {}

        @Override
        public Subscription subscribe(String name, Subscriber subscriber) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
