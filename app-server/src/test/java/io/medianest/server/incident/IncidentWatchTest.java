package io.medianest.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.BreakerState;
import io.medianest.model.api.PageQuery;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncidentWatchTest {
    private final IncidentDesk desk = new IncidentDesk();
    private final FakeVitals vitals = new FakeVitals();
    private final MovableClock steady = new MovableClock();
    private final IncidentWatch watch =
            new IncidentWatch(desk.incidents, vitals, () -> IncidentDesk.RULES, desk.clock, steady);

    @AfterEach
    void close() {
        desk.close();
    }

    private void check(ServiceState state) {
        desk.clock.advance(Duration.ofSeconds(30));
        watch.checked(plex(state));
    }

    private ServiceStatus plex(ServiceState state) {
        return new ServiceStatus("plex", "Plex", state, null, desk.clock.instant(), "refused", null, true);
    }

    @Test
    @DisplayName("a service that fails three checks in a row is an incident until it answers again, slowly or not")
    void down() {
        check(ServiceState.OFFLINE);
        check(ServiceState.OFFLINE);
        check(ServiceState.ONLINE);
        check(ServiceState.OFFLINE);
        check(ServiceState.OFFLINE);
        assertThat(desk.told).isEmpty();

        check(ServiceState.OFFLINE);
        check(ServiceState.OFFLINE);
        assertThat(desk.news()).containsExactly("opened Plex does not answer");
        assertThat(desk.incidents.open()).extracting(Incident::message).containsExactly("refused");
        assertThat(desk.incidents.open()).extracting(Incident::service).containsExactly("plex");

        check(ServiceState.DEGRADED);
        assertThat(desk.news()).containsExactly("opened Plex does not answer", "resolved Plex does not answer");
    }

    @Test
    @DisplayName("the same check that is told of again counts once")
    void sameCheck() {
        check(ServiceState.OFFLINE);
        for (int i = 0; i < 5; i++) {
            watch.checked(plex(ServiceState.OFFLINE));
        }
        assertThat(desk.told).isEmpty();
    }

    @Test
    @DisplayName("under maintenance a service may be down; if it still is afterwards, that is an incident")
    void maintenance() {
        vitals.maintenance.add("plex");
        for (int i = 0; i < 5; i++) {
            check(ServiceState.OFFLINE);
        }
        assertThat(desk.told).isEmpty();

        vitals.maintenance.clear();
        check(ServiceState.OFFLINE);
        assertThat(desk.news()).containsExactly("opened Plex does not answer");
    }

    @Test
    @DisplayName("what an admin has called over is opened again only after it was well")
    void calledOver() {
        var alex = new Caller("usr_alex", "alex", Role.ADMIN, null, null, Caller.Credential.API_TOKEN);
        for (int i = 0; i < 3; i++) {
            check(ServiceState.OFFLINE);
        }
        desk.incidents.resolve(alex, desk.incidents.open().getFirst().id(), null);
        check(ServiceState.OFFLINE);
        assertThat(desk.incidents.open()).isEmpty();

        check(ServiceState.ONLINE);
        for (int i = 0; i < 3; i++) {
            check(ServiceState.OFFLINE);
        }
        assertThat(desk.incidents.open()).hasSize(1);
    }

    @Test
    @DisplayName("an incident from before a restart goes on, and ends when the service answers")
    void restart() {
        for (int i = 0; i < 3; i++) {
            check(ServiceState.OFFLINE);
        }
        var after = new IncidentWatch(desk.incidents, vitals, () -> IncidentDesk.RULES, desk.clock, steady);
        for (int i = 0; i < 3; i++) {
            desk.clock.advance(Duration.ofSeconds(30));
            after.checked(plex(ServiceState.OFFLINE));
        }
        assertThat(desk.news()).containsExactly("opened Plex does not answer");
        after.checked(plex(ServiceState.ONLINE));
        assertThat(desk.incidents.open()).isEmpty();
    }

    @Test
    @DisplayName("more than five dead jobs, and a disk that is almost full, are incidents as long as that is so")
    void jobsAndDisk() {
        vitals.dead = IncidentDesk.RULES.deadJobs();
        vitals.free = IncidentDesk.RULES.lowDiskBytes();
        watch.look();
        assertThat(desk.told).isEmpty();

        vitals.dead = 6;
        vitals.free = 512_000_000;
        watch.look();
        vitals.dead = 7;
        watch.look();
        assertThat(desk.news()).containsExactly("opened 6 jobs have failed for good", "opened The disk is almost full");
        assertThat(desk.incidents.open().stream().map(Incident::message))
                .anyMatch(message -> message != null && message.startsWith("512 MB are left"));

        vitals.dead = 0;
        vitals.free = 2_000_000_000;
        watch.look();
        assertThat(desk.incidents.open()).isEmpty();
    }

    @Test
    @DisplayName("downloads on a disk of their own that is almost full are an incident of their own")
    void downloadDisk() {
        vitals.freeForDownloads = OptionalLong.of(IncidentDesk.RULES.lowDiskBytes());
        watch.look();
        assertThat(desk.told).isEmpty();

        vitals.freeForDownloads = OptionalLong.of(3_000_000);
        watch.look();
        watch.look();
        assertThat(desk.incidents.open()).singleElement().satisfies(incident -> {
            assertThat(incident.title()).isEqualTo("The disk for downloads is almost full");
            assertThat(incident.message()).isEqualTo("3 MB are left: make room, or choose another folder");
        });

        vitals.isDiskAway = true;
        watch.look();
        assertThat(desk.incidents.open()).as("cannot be looked at").hasSize(1);
        vitals.isDiskAway = false;
        watch.look();
        assertThat(desk.news()).containsExactly("opened The disk for downloads is almost full");

        vitals.freeForDownloads = OptionalLong.empty();
        watch.look();
        assertThat(desk.incidents.open()).isEmpty();
    }

    @Test
    @DisplayName("a breaker that opens again and again for two minutes is an incident; one that nobody tries is not")
    void breaker() {
        var opened = desk.clock.instant();
        vitals.breakers.add(breaker(BreakerState.OPEN, opened));
        watch.look();
        later(Duration.ofMinutes(10));
        watch.look();
        assertThat(desk.told).as("idle").isEmpty();

        vitals.breakers.set(0, breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        watch.look();
        assertThat(desk.news()).containsExactly("opened TMDB keeps failing");

        vitals.breakers.set(0, breaker(BreakerState.CLOSED, null));
        watch.look();
        assertThat(desk.news()).containsExactly("opened TMDB keeps failing", "resolved TMDB keeps failing");
    }

    @Test
    @DisplayName("a breaker that has opened again within two minutes is given time")
    void youngBreaker() {
        vitals.breakers.add(breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        later(Duration.ofMinutes(2));
        vitals.breakers.set(0, breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        assertThat(desk.told).isEmpty();

        later(Duration.ofSeconds(1));
        watch.look();
        assertThat(desk.news()).containsExactly("opened TMDB keeps failing");
    }

    @Test
    @DisplayName("a breaker that is being tried again has not failed again")
    void trial() {
        vitals.breakers.add(breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        later(Duration.ofMinutes(10));
        vitals.breakers.set(0, breaker(BreakerState.HALF_OPEN, desk.clock.instant()));
        watch.look();
        assertThat(desk.told).isEmpty();

        vitals.breakers.set(0, breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        assertThat(desk.news()).containsExactly("opened TMDB keeps failing");
    }

    @Test
    @DisplayName("a service that is no longer configured is no incident any more; one that only is unknown still is")
    void notConfiguredAnyMore() {
        for (int i = 0; i < 3; i++) {
            check(ServiceState.OFFLINE);
        }
        check(ServiceState.UNKNOWN);
        assertThat(desk.incidents.open()).hasSize(1);

        watch.checked(
                new ServiceStatus("plex", "Plex", ServiceState.UNKNOWN, null, null, "Not configured", null, false));
        assertThat(desk.news()).containsExactly("opened Plex does not answer", "resolved Plex does not answer");
    }

    @Test
    @DisplayName("an incident from before a restart ends when nobody looks at its service any more")
    void unwatched() {
        for (int i = 0; i < 3; i++) {
            check(ServiceState.OFFLINE);
        }
        var after = new IncidentWatch(desk.incidents, vitals, () -> IncidentDesk.RULES, desk.clock, steady);
        after.look();
        assertThat(desk.incidents.open()).hasSize(1);

        vitals.unwatched.add("plex");
        after.look();
        assertThat(desk.incidents.open()).isEmpty();
    }

    @Test
    @DisplayName("where a service is known to be down its breaker is no second incident")
    void breakerOfDownService() {
        for (int i = 0; i < 3; i++) {
            later(Duration.ofSeconds(30));
            watch.checked(new ServiceStatus(
                    "tmdb", "TMDB", ServiceState.OFFLINE, null, desk.clock.instant(), "refused", null, true));
        }
        vitals.breakers.add(breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        later(Duration.ofMinutes(3));
        vitals.breakers.set(0, breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();

        assertThat(desk.news()).containsExactly("opened TMDB does not answer");
    }

    @Test
    @DisplayName("many errors of our own are an incident until there are few again")
    void errors() {
        vitals.errors = 19;
        watch.look();
        assertThat(desk.told).isEmpty();
        vitals.errors = 20;
        watch.look();
        watch.look();
        assertThat(desk.news()).containsExactly("opened Many requests fail");

        vitals.errors = 0;
        watch.look();
        assertThat(desk.news()).endsWith("resolved Many requests fail");
    }

    @Test
    @DisplayName("a database that does not answer is told at once and listed; when it is back, that is in the books")
    void cutOff() {
        var began = desk.clock.instant();
        vitals.reachable = false;
        watch.look();
        watch.look();
        assertThat(desk.news()).containsExactly("opened The database does not answer");
        assertThat(desk.incidents.open()).extracting(Incident::startedAt).containsExactly(began);

        later(Duration.ofMinutes(2));
        vitals.reachable = true;
        watch.look();

        assertThat(desk.news())
                .containsExactly("opened The database does not answer", "resolved The database does not answer");
        assertThat(desk.incidents.open()).isEmpty();
        var written = desk.incidents
                .page(Incidents.Filter.RESOLVED, new PageQuery(1, 10))
                .incidents();
        assertThat(written).singleElement().satisfies(details -> {
            assertThat(details.incident().startedAt()).isEqualTo(began);
            assertThat(details.incident().resolvedAt()).isEqualTo(desk.clock.instant());
            assertThat(details.timeline()).hasSize(2);
        });
    }

    private void later(Duration time) {
        desk.clock.advance(time);
        steady.advance(time);
    }

    @Test
    @DisplayName("a clock that is set back or ahead makes no breaker older or younger than it is")
    void clockJumps() {
        vitals.breakers.add(breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        desk.clock.advance(Duration.ofHours(2));
        vitals.breakers.set(0, breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        assertThat(desk.told).as("two hours in no time").isEmpty();

        desk.clock.advance(Duration.ofHours(-3));
        steady.advance(Duration.ofSeconds(121));
        vitals.breakers.set(0, breaker(BreakerState.OPEN, desk.clock.instant()));
        watch.look();
        assertThat(desk.news()).containsExactly("opened TMDB keeps failing");
    }

    private static BreakerReport breaker(BreakerState state, @Nullable Instant changedAt) {
        return new BreakerReport("tmdb", "TMDB", state, 5, 0, 0, 5, changedAt, null);
    }

    /// Vitals that a test sets.
    private static final class FakeVitals implements Vitals {
        private final List<BreakerReport> breakers = new ArrayList<>();
        private final Set<String> maintenance = new HashSet<>();
        private final Set<String> unwatched = new HashSet<>();
        private long dead;
        private long free = Long.MAX_VALUE;
        private OptionalLong freeForDownloads = OptionalLong.empty();
        private boolean isDiskAway;
        private boolean reachable = true;
        private int errors;

        @Override
        public boolean isDatabaseReachable() {
            return reachable;
        }

        @Override
        public int errorPercent() {
            return errors;
        }

        @Override
        public long deadJobs() {
            return dead;
        }

        @Override
        public long freeBytes() {
            return free;
        }

        @Override
        public OptionalLong freeBytesForDownloads() throws IOException {
            if (isDiskAway) {
                throw new IOException("Stale file handle");
            }
            return freeForDownloads;
        }

        @Override
        public List<BreakerReport> breakers() {
            return breakers;
        }

        @Override
        public boolean isInMaintenance(String service) {
            return maintenance.contains(service);
        }

        @Override
        public boolean isUnwatched(String service) {
            return unwatched.contains(service);
        }
    }
}
