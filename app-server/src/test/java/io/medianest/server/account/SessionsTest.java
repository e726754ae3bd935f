package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.UNAUTHORIZED;
import static io.medianest.server.account.Household.PHONE;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.account.Sessions.Stay;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final Household household = new Household();
    private final Sessions sessions = household.sessions;
    private final SessionStore store = household.database.store(SessionStore.class);
    private final String userId = household.user();

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("each use makes a session last anew: a day, or ninety for who wants to be remembered")
    void sliding() {
        var brief = sessions.begin(userId, Stay.SHORT, PHONE);
        var remembered = sessions.begin(userId, Stay.REMEMBERED, PHONE);

        for (int day = 0; day < 5; day++) {
            household.clock.advance(Duration.ofHours(23));
            sessions.use(brief.id(), userId);
            sessions.use(remembered.id(), userId);
        }
        assertThat(sessions.endOf(brief.id())).contains(now().plus(Duration.ofHours(24)));
        assertThat(sessions.endOf(remembered.id())).contains(now().plus(Duration.ofDays(90)));

        household.clock.advance(Duration.ofHours(24));
        assertRefused(UNAUTHORIZED, "TOKEN_EXPIRED", () -> sessions.use(brief.id(), userId));
        household.clock.advance(Duration.ofDays(89).minusSeconds(1));
        sessions.use(remembered.id(), userId);
        household.clock.advance(Duration.ofDays(90));
        assertRefused(UNAUTHORIZED, "TOKEN_EXPIRED", () -> sessions.use(remembered.id(), userId));
    }

    @Test
    @DisplayName("no session outlives its token of a year")
    void year() {
        var remembered = sessions.begin(userId, Stay.REMEMBERED, PHONE);
        var begun = now();

        for (int i = 0; i < 4; i++) {
            household.clock.advance(Duration.ofDays(80));
            sessions.use(remembered.id(), userId);
        }

        assertThat(sessions.endOf(remembered.id())).contains(begun.plus(Duration.ofDays(365)));
    }

    @Test
    @DisplayName("uses are written together, by the next flush and not before")
    void writeBehind() {
        var session = sessions.begin(userId, Stay.SHORT, PHONE);
        var begun = now();
        household.clock.advance(Duration.ofHours(1));
        sessions.use(session.id(), userId);
        assertThat(lastUse(session.id())).isEqualTo(begun);

        sessions.flush();
        assertThat(lastUse(session.id())).isEqualTo(now());
        assertThat(store.find(session.id()).orElseThrow().expiresAt()).isEqualTo(now().plus(Duration.ofHours(24)));

        household.clock.advance(Duration.ofHours(1));
        sessions.use(session.id(), userId);
        sessions.close();
        assertThat(lastUse(session.id())).isEqualTo(now());
    }

    @Test
    @DisplayName("after a restart a session goes on from its last written use")
    void restart() {
        var session = sessions.begin(userId, Stay.SHORT, PHONE);
        household.clock.advance(Duration.ofHours(20));
        sessions.use(session.id(), userId);
        sessions.close();
        household.clock.advance(Duration.ofHours(20));

        var restarted = new Sessions(
                household.database, household.sessionTokens, household.listeners, household.ids, household.clock);

        restarted.use(session.id(), userId);
        assertThat(restarted.endOf(session.id())).contains(now().plus(Duration.ofHours(24)));
    }

    @Test
    @DisplayName("a flush that fails loses nothing: it is said, and the next one writes")
    void failedFlush() {
        var session = sessions.begin(userId, Stay.SHORT, PHONE);
        household.clock.advance(Duration.ofHours(1));
        sessions.use(session.id(), userId);
        var table = household.database.store(Table.class);

        table.takeAway();
        assertThatThrownBy(sessions::flush).isInstanceOf(RuntimeException.class);
        table.bringBack();
        sessions.flush();

        assertThat(lastUse(session.id())).isEqualTo(now());
    }

    @Test
    @DisplayName("an ended session stays ended when its last use is written afterwards")
    void endedForGood() {
        var session = sessions.begin(userId, Stay.SHORT, PHONE);
        sessions.use(session.id(), userId);
        sessions.end(session.id());
        sessions.flush();

        assertThat(store.find(session.id())).isEmpty();
        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> sessions.use(session.id(), userId));
        assertThat(household.news).containsExactly("ended " + session.id());
    }

    @Test
    @DisplayName("all sessions of one person end together, and nobody else's")
    void endAll() {
        var first = sessions.begin(userId, Stay.SHORT, PHONE);
        var second = sessions.begin(userId, Stay.REMEMBERED, PHONE);
        var other = household.user();
        var others = sessions.begin(other, Stay.SHORT, PHONE);
        sessions.use(first.id(), userId);

        sessions.endAllOf(userId);

        assertThat(household.news).containsExactlyInAnyOrder("ended " + first.id(), "ended " + second.id());
        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> sessions.use(first.id(), userId));
        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> sessions.use(second.id(), userId));
        sessions.use(others.id(), other);
    }

    @Test
    @DisplayName("sessions long over are forgotten, those just over are still told to have expired")
    void purge() {
        var session = sessions.begin(userId, Stay.SHORT, PHONE);

        household.clock.advance(Duration.ofDays(30));
        sessions.flush();
        assertThat(store.find(session.id())).isPresent();

        household.clock.advance(Duration.ofDays(2));
        sessions.flush();
        assertThat(store.find(session.id())).isEmpty();
    }

    @Test
    @DisplayName("the device is kept, however long it calls itself")
    void device() {
        var session = sessions.begin(userId, Stay.SHORT, new Sessions.Device("x".repeat(5000), "fe80::1%eth0"));

        var row = store.find(session.id()).orElseThrow();
        assertThat(row.userAgent()).hasSize(300);
        assertThat(row.ip()).isEqualTo("fe80::1%eth0");
        assertThat(row.rememberMe()).isFalse();
    }

    private Instant now() {
        return household.clock.instant();
    }

    private Instant lastUse(String id) {
        return store.find(id).orElseThrow().lastUsedAt();
    }

    /// Breaks the table of sessions, and mends it.
    interface Table {
        @SqlUpdate("ALTER TABLE session RENAME TO session_away")
        void takeAway();

        @SqlUpdate("ALTER TABLE session_away RENAME TO session")
        void bringBack();
    }
}
