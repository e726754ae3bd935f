package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.model.status.OverallStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusSample;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServiceChecksTest {
    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final MovableClock clock = new MovableClock();
    private final List<ServiceStatus> published = new CopyOnWriteArrayList<>();

    private Optional<String> plexMissing = Optional.empty();
    private volatile Supplier<String> plexSays = () -> "Plex 1.43";
    private Supplier<String> tmdbSays = () -> "TMDB";

    private final Probe plex =
            new Probe("plex", "Plex", Duration.ofMinutes(1), Optional::empty, () -> plexMissing, () -> plexSays.get());
    private final Probe tmdb =
            new Probe("tmdb", "TMDB", Duration.ofMinutes(1), Optional::empty, Optional::empty, () -> tmdbSays.get());
    private final List<Incident> looked = new ArrayList<>();
    private final ServiceBoard board =
            new ServiceBoard(List.of(plex, tmdb), database, new Listening(), () -> looked, clock);
    private final Set<String> watched = new HashSet<>();
    private long nanos;
    private final ServiceChecks checks =
            new ServiceChecks(List.of(plex, tmdb), board, watched::contains, clock, () -> nanos);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("before the first check nothing is known, and nothing is wrong")
    void unknown() {
        assertThat(board.services()).extracting(ServiceStatus::status).containsOnly(ServiceState.UNKNOWN);
        assertThat(board.services()).extracting(ServiceStatus::message).containsOnly("Not checked yet");
        assertThat(board.services()).allMatch(ServiceStatus::configured);
        assertThat(board.report().incidents()).isEmpty();
    }

    @Test
    @DisplayName("a service that begins to fail is checked out of turn, so that everybody knows at once")
    void outOfTurn() {
        var seldom =
                new Probe("plex", "Plex", Duration.ofHours(1), Optional::empty, Optional::empty, () -> plexSays.get());
        var alone = new ServiceChecks(List.of(seldom), board, watched::contains, clock, () -> nanos);
        try (var schedule = new Schedule()) {
            alone.start(schedule);
            Await.until("it was checked", () -> state() == ServiceState.ONLINE);
            plexSays = () -> {
                throw new MediaNestException(ErrorCode.UPSTREAM_TIMEOUT, "Plex did not answer in time", "plex");
            };
            clock.advance(Duration.ofSeconds(5));

            Await.until("it was checked again", () -> {
                alone.checkSoon("telex");
                alone.checkSoon("plex");
                return state() == ServiceState.OFFLINE;
            });
        }
    }

    private ServiceState state() {
        return board.services().getFirst().status();
    }

    @Test
    @DisplayName("a service that answers is online: with its words, its time and its uptime; everybody is told")
    void online() {
        checks.check(plex);

        var found = board.services().getFirst();
        assertThat(found.status()).isEqualTo(ServiceState.ONLINE);
        assertThat(found.message()).isEqualTo("Plex 1.43");
        assertThat(found.responseTime()).as("faster than can be told").isEqualTo(1);
        assertThat(found.lastChecked()).isEqualTo(clock.instant());
        assertThat(found.uptime24h()).isEqualTo(1.0);
        assertThat(published).containsExactly(found);
        assertThat(board.report().incidents()).isEmpty();
    }

    @Test
    @DisplayName(
            "a service that does not answer is an incident that began with the first failed check and ends by itself")
    void offline() {
        checks.check(plex);
        clock.advance(Duration.ofMinutes(1));
        var since = clock.instant();
        plexSays = ServiceChecksTest::noAnswer;
        checks.check(plex);
        clock.advance(Duration.ofMinutes(1));
        checks.check(plex);
        checks.check(tmdb);

        var found = board.services().getFirst();
        assertThat(found.status()).isEqualTo(ServiceState.OFFLINE);
        assertThat(found.responseTime()).isNull();
        assertThat(found.lastChecked()).isEqualTo(clock.instant());
        assertThat(found.uptime24h()).isCloseTo(1 / 3.0, within(0.001));
        var report = board.report();
        assertThat(report.incidents())
                .containsExactly(
                        new Incident("down:plex", "Plex does not answer", "Connection refused", "plex", since));
        assertThat(report.overall()).isEqualTo(new OverallStatus(ServiceState.DEGRADED, 1, 2));

        plexSays = () -> "Plex is back";
        checks.check(plex);
        assertThat(board.report().incidents()).isEmpty();
        assertThat(board.report().overall()).isEqualTo(new OverallStatus(ServiceState.ONLINE, 2, 2));
        assertThat(published).hasSize(5);
    }

    @Test
    @DisplayName("an incident that is looked after stands for what is wrong with its service just now")
    void lookedAfter() {
        plexSays = ServiceChecksTest::noAnswer;
        tmdbSays = ServiceChecksTest::noAnswer;
        checks.check(plex);
        checks.check(tmdb);
        looked.add(new Incident("inc_2", "The disk is almost full", null, null, clock.instant()));
        looked.add(new Incident("inc_1", "Plex does not answer", null, "plex", clock.instant()));

        assertThat(board.report().incidents()).extracting(Incident::id).containsExactly("inc_2", "inc_1", "down:tmdb");
    }

    @Test
    @DisplayName("a service that takes longer than two seconds is slow: up, but an incident")
    void slow() {
        plexSays = () -> {
            nanos += Duration.ofSeconds(2).toNanos();
            return "Plex";
        };
        checks.check(plex);
        assertThat(board.services().getFirst().status()).isEqualTo(ServiceState.ONLINE);
        assertThat(board.services().getFirst().responseTime()).isEqualTo(2_000);

        plexSays = () -> {
            nanos += Duration.ofMillis(2_001).toNanos();
            return "Plex";
        };
        checks.check(plex);

        var found = board.services().getFirst();
        assertThat(found.status()).isEqualTo(ServiceState.DEGRADED);
        assertThat(found.responseTime()).isEqualTo(2_001);
        assertThat(found.uptime24h()).isEqualTo(1.0);
        assertThat(board.report().incidents()).extracting(Incident::title).containsExactly("Plex answers slowly");
        assertThat(board.report().overall().status()).isEqualTo(ServiceState.DEGRADED);
    }

    @Test
    @DisplayName("a service that somebody else watches is not asked, unless it is not configured any more")
    void watched() {
        watched.add("plex");
        plexSays = () -> {
            throw new AssertionError("asked all the same");
        };

        checks.check(plex);

        assertThat(board.services().getFirst().message()).isEqualTo("Not checked yet");
        plexMissing = Optional.of("no address is set");
        checks.check(plex);
        assertThat(board.services().getFirst().configured()).isFalse();
    }

    @Test
    @DisplayName("when no service answers, all is offline")
    void allOffline() {
        plexSays = ServiceChecksTest::noAnswer;
        tmdbSays = ServiceChecksTest::noAnswer;
        checks.check(plex);
        checks.check(tmdb);

        assertThat(board.report().overall()).isEqualTo(new OverallStatus(ServiceState.OFFLINE, 0, 2));
    }

    @Test
    @DisplayName("what a check did not expect is logged, not shown")
    void unexpected() {
        plexSays = () -> {
            throw new IllegalStateException("secret");
        };

        checks.check(plex);

        assertThat(board.services().getFirst().status()).isEqualTo(ServiceState.OFFLINE);
        assertThat(board.services().getFirst().message()).isEqualTo("The check failed: see the log");
    }

    @Test
    @DisplayName("a service that is not configured is not asked, and does not count against the others")
    void notConfigured() {
        plexMissing = Optional.of("no address is set");
        plexSays = () -> {
            throw new AssertionError("asked all the same");
        };
        assertThat(board.services().getFirst().configured())
                .as("before any check")
                .isFalse();

        checks.check(plex);
        checks.check(tmdb);

        var found = board.services().getFirst();
        assertThat(found.status()).isEqualTo(ServiceState.UNKNOWN);
        assertThat(found.configured()).isFalse();
        assertThat(found.message()).isEqualTo("Not configured: no address is set");
        assertThat(board.report().overall()).isEqualTo(new OverallStatus(ServiceState.ONLINE, 1, 2));
        assertThat(published).extracting(ServiceStatus::name).containsExactly("plex", "tmdb");
        checks.check(plex);
        assertThat(published).as("told once").hasSize(2);
        assertThat(board.isUnwatched("plex")).isTrue();
        assertThat(board.isUnwatched("tmdb")).isFalse();
    }

    @Test
    @DisplayName("a service that turns out not to be set up is no incident any more")
    void absent() {
        plexSays = ServiceChecksTest::noAnswer;
        checks.check(plex);
        plexSays = () -> {
            throw new Probe.Absent("choose a server");
        };

        checks.check(plex);

        assertThat(board.services().getFirst().message()).isEqualTo("Not configured: choose a server");
        assertThat(board.services().getFirst().configured()).isFalse();
        assertThat(board.report().incidents()).isEmpty();
        assertThat(board.history("plex", Window.HOUR).uptime()).isEqualTo(0.0);
    }

    @Test
    @DisplayName("the history gathers checks in spans, oldest first, and looks no further back than its window")
    void history() {
        plexSays = ServiceChecksTest::noAnswer;
        checks.check(plex);
        clock.advance(Duration.ofHours(2));
        var early = clock.instant();
        checks.check(plex);
        plexSays = () -> "Plex";
        clock.advance(Duration.ofSeconds(10));
        checks.check(plex);
        clock.advance(Duration.ofMinutes(5));
        var late = clock.instant();
        checks.check(plex);
        checks.check(tmdb);

        var hour = board.history("plex", Window.HOUR);
        assertThat(hour.window()).isEqualTo("1h");
        assertThat(hour.uptime()).isCloseTo(2 / 3.0, within(0.001));
        assertThat(hour.samples()).extracting(StatusSample::at).containsExactly(early, late);
        assertThat(hour.samples()).extracting(StatusSample::uptime).containsExactly(0.5, 1.0);
        assertThat(hour.samples()).allMatch(sample -> sample.responseTime() != null && sample.responseTime() >= 1);

        var day = board.history("plex", Window.DAY);
        assertThat(day.uptime()).isCloseTo(0.5, within(0.001));
        assertThat(day.samples()).extracting(StatusSample::uptime).hasSize(2).startsWith(0.0);
        assertThat(day.samples().getFirst().responseTime())
                .as("none was answered")
                .isNull();
    }

    @Test
    @DisplayName("a service without checks has an empty history, one that nobody knows has none")
    void noHistory() {
        assertThat(board.history("plex", Window.MONTH).samples()).isEmpty();
        assertThat(board.history("plex", Window.MONTH).uptime()).isNull();
        assertThatThrownBy(() -> board.history("jellyfin", Window.DAY))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("the uptime of a day forgets yesterday; pruning forgets what is older than 30 days, and no more")
    void forgetting() {
        plexSays = ServiceChecksTest::noAnswer;
        checks.check(plex);
        clock.advance(Duration.ofDays(29));
        plexSays = () -> "Plex";
        checks.check(plex);
        assertThat(board.services().getFirst().uptime24h()).isEqualTo(1.0);

        board.prune();
        assertThat(stored()).isEqualTo(2);
        clock.advance(Duration.ofDays(2));
        board.prune();
        assertThat(stored()).isEqualTo(1);
    }

    private int stored() {
        return database.store(ServiceCheckStore.class)
                .spans("plex", Instant.EPOCH, 1)
                .size();
    }

    private static String noAnswer() {
        throw new MediaNestException(ErrorCode.UPSTREAM_ERROR, "Connection refused");
    }

    /// Remembers what is told.
    private final class Listening implements EventBus {
        @Override
        public void publish(ServerEvent event) {
            if (event instanceof ServerEvent.ServiceChecked(ServiceStatus service)) {
                published.add(service);
            }
        }

        @Override
        public Subscription subscribe(String name, Subscriber subscriber) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
