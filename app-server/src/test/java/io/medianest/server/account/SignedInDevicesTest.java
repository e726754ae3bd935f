package io.medianest.server.account;

import static io.medianest.server.account.Household.PHONE;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.ApiToken;
import io.medianest.model.account.Role;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.account.Sessions.Stay;
import io.medianest.server.platform.security.Caller;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignedInDevicesTest {
    private final Household household = new Household();
    private final Sessions sessions = household.sessions;
    private final SignedInDevices devices =
            new SignedInDevices(household.database, sessions, household.apiTokens, household.clock);
    private final String userId = household.user();
    private final String other = household.user();

    @AfterEach
    void close() {
        household.close();
    }

    private static Caller caller(String userId, String sessionId) {
        return new Caller(userId, "somebody", Role.USER, null, sessionId, Caller.Credential.BEARER);
    }

    @Test
    @DisplayName("people see where they are signed in, the last used first, with its latest use; admins see everybody")
    void list() {
        var first = sessions.begin(userId, Stay.REMEMBERED, PHONE);
        var second = sessions.begin(userId, Stay.REMEMBERED, new Sessions.Device(null, "192.168.1.9"));
        var others = sessions.begin(other, Stay.SHORT, PHONE);
        household.clock.advance(Duration.ofHours(1));
        sessions.use(first.id(), userId);

        var own = devices.of(caller(userId, second.id())).sessions();
        assertThat(own).extracting(ActiveSession::id).containsExactly(first.id(), second.id());
        assertThat(own).extracting(ActiveSession::current).containsExactly(false, true);
        assertThat(own.getFirst().device()).isEqualTo(PHONE.userAgent());
        assertThat(own.getFirst().lastUsedAt()).isEqualTo(household.clock.instant());
        assertThat(own.getLast().device()).isNull();
        assertThat(own.getFirst().username()).isEqualTo("name-" + userId);
        assertThat(devices.all(caller(userId, second.id())).sessions())
                .extracting(ActiveSession::id)
                .contains(others.id());

        household.clock.advance(Duration.ofDays(1));
        assertThat(devices.all(caller(userId, second.id())).sessions())
                .as("what has ended is not shown")
                .extracting(ActiveSession::id)
                .doesNotContain(others.id());
    }

    @Test
    @DisplayName(
            "apps that came by a code or token stand beside the sessions, with their latest use, and are ended as those")
    void tokens() {
        var mine = household.apiTokens.make(userId, "Television", null);
        var others = household.apiTokens.make(other, "Script", null);
        household.clock.advance(Duration.ofHours(1));
        household.apiTokens.use(Objects.requireNonNull(mine.token()));

        var own = devices.of(caller(userId, "ses_x")).tokens();
        assertThat(own).singleElement().satisfies(token -> {
            assertThat(token.name()).isEqualTo("Television");
            assertThat(token.username()).isEqualTo("name-" + userId);
            assertThat(token.lastUsedAt()).isEqualTo(household.clock.instant());
            assertThat(token.token()).isNull();
        });
        assertThat(devices.all(caller(userId, "ses_x")).tokens())
                .extracting(ApiToken::id)
                .containsExactlyInAnyOrder(mine.id(), others.id());

        assertRefused(ErrorCode.NOT_FOUND, null, () -> devices.endOwn(caller(userId, "ses_x"), others.id()));
        devices.endOwn(caller(userId, "ses_x"), mine.id());
        devices.end(others.id());
        assertThat(household.apiTokens.all().tokens()).isEmpty();
    }

    @Test
    @DisplayName("a device that is signed out is out at once; nobody signs out devices of others but admins")
    void end() {
        var lost = sessions.begin(userId, Stay.REMEMBERED, PHONE);
        sessions.use(lost.id(), userId);

        assertRefused(ErrorCode.NOT_FOUND, null, () -> devices.endOwn(caller(other, "ses_x"), lost.id()));
        sessions.use(lost.id(), userId);
        devices.endOwn(caller(userId, "ses_x"), lost.id());
        assertRefused(ErrorCode.UNAUTHORIZED, "SESSION_INVALID", () -> sessions.use(lost.id(), userId));
        assertRefused(ErrorCode.NOT_FOUND, null, () -> devices.end(lost.id()));

        var another = sessions.begin(userId, Stay.REMEMBERED, PHONE);
        devices.end(another.id());
        assertRefused(ErrorCode.UNAUTHORIZED, "SESSION_INVALID", () -> sessions.use(another.id(), userId));
    }
}
