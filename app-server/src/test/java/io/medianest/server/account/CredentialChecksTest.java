package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.ACCOUNT_PENDING;
import static io.medianest.model.api.ErrorCode.ACCOUNT_SUSPENDED;
import static io.medianest.model.api.ErrorCode.UNAUTHORIZED;
import static io.medianest.model.api.ErrorCode.USER_NOT_FOUND;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserStatus;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.security.Caller.Credential;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SessionTokens;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CredentialChecksTest {
    private final Household household = new Household();
    private final CredentialChecks checks = household.checks;

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("a session lets in by bearer token and by cookie, and says which")
    void session() {
        var userId = household.user();
        var session = household.session(userId);

        var byBearer = checks.check(session.token(), null);
        assertThat(byBearer.userId()).isEqualTo(userId);
        assertThat(byBearer.sessionId()).isEqualTo(session.id());
        assertThat(byBearer.role()).isEqualTo(Role.USER);
        assertThat(byBearer.credential()).isEqualTo(Credential.BEARER);
        assertThat(checks.check(null, session.token()).credential()).isEqualTo(Credential.COOKIE);
        assertThat(checks.check(session.token(), "a bad cookie").credential()).isEqualTo(Credential.BEARER);
    }

    @Test
    @DisplayName("nobody without credentials")
    void nothing() {
        assertRefused(UNAUTHORIZED, null, () -> checks.check(null, null));
    }

    @Test
    @DisplayName("a token that nobody here signed is invalid, in whatever way it comes")
    void invalid() {
        var foreign = new SessionTokens(
                        new MasterKey(new byte[] {
                            9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
                            9
                        }),
                        household.clock)
                .issue(household.ownerId(), "ses_1");

        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check(foreign, null));
        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check(null, foreign));
        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check("", null));
        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check("mnt_neverMade", null));
        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check("win_guess", null));
    }

    @Test
    @DisplayName("a token of more than a year has expired, before anybody asks who it was")
    void expiredToken() {
        var session = household.session(household.user());
        household.clock.advance(Duration.ofDays(366));

        assertRefused(UNAUTHORIZED, "TOKEN_EXPIRED", () -> checks.check(session.token(), null));
    }

    @Test
    @DisplayName("a session that was not used for a day has expired")
    void idleSession() {
        var session = household.session(household.user());
        household.clock.advance(Duration.ofHours(24));

        assertRefused(UNAUTHORIZED, "TOKEN_EXPIRED", () -> checks.check(session.token(), null));
    }

    @Test
    @DisplayName("a deleted person is not found")
    void deleted() {
        var userId = household.user();
        var session = household.session(userId);
        checks.check(session.token(), null);
        household.accounts.delete(household.owner(), userId);

        assertRefused(USER_NOT_FOUND, null, () -> checks.check(session.token(), null));
    }

    @Test
    @DisplayName("a suspended person is told so, and must sign in anew when let in again")
    void suspended() {
        var userId = household.user();
        var session = household.session(userId);
        checks.check(session.token(), null);

        household.accounts.change(household.owner(), userId, new UserChange(null, UserStatus.SUSPENDED, null, null));
        assertRefused(ACCOUNT_SUSPENDED, null, () -> checks.check(session.token(), null));

        household.accounts.change(household.owner(), userId, new UserChange(null, UserStatus.ACTIVE, null, null));
        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> checks.check(session.token(), null));
        assertThat(checks.check(household.session(userId).token(), null).userId())
                .isEqualTo(userId);
    }

    @Test
    @DisplayName("somebody who waits to be let in is told so")
    void pending() {
        var session = household.session(household.somebody(Role.USER, UserStatus.PENDING));

        assertRefused(ACCOUNT_PENDING, null, () -> checks.check(session.token(), null));
    }

    @Test
    @DisplayName("an ended, unknown or borrowed session is invalid")
    void sessionInvalid() {
        var userId = household.user();
        var session = household.session(userId);
        checks.check(session.token(), null);
        household.sessions.end(session.id());
        var unknown = household.sessionTokens.issue(userId, "ses_unknown");
        var borrowed = household.sessionTokens.issue(
                userId, household.session(household.user()).id());

        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> checks.check(session.token(), null));
        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> checks.check(unknown, null));
        assertRefused(UNAUTHORIZED, "SESSION_INVALID", () -> checks.check(borrowed, null));
    }

    @Test
    @DisplayName("the window and the admin token are the local owner, neither works as a cookie")
    void localOwner() {
        var window = household.local.window().reveal();

        assertThat(checks.check(window, null).userId()).isEqualTo(household.ownerId());
        assertThat(checks.check(window, null).credential()).isEqualTo(Credential.WINDOW);
        assertThat(checks.check(window, null).isAdmin()).isTrue();
        var script = checks.check(Household.ADMIN_TOKEN.reveal(), null);
        assertThat(script.userId()).isEqualTo(household.ownerId());
        assertThat(script.credential()).isEqualTo(Credential.API_TOKEN);
        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check(null, window));
        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check(null, Household.ADMIN_TOKEN.reveal()));
    }

    @Test
    @DisplayName("an admin token that could be guessed is refused")
    void shortAdminToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalAccess.fresh("usr_1", household.opaque, new Secret("x".repeat(31))))
                .withMessageContaining("admin.token")
                .withMessageContaining("32");
    }

    @Test
    @DisplayName("an API token is its maker until it is revoked or over")
    void apiToken() {
        var end = household.clock.instant().plus(Duration.ofDays(1));
        var made = household.apiTokens.make(household.ownerId(), "Script", end);
        var secret = Objects.requireNonNull(made.token());

        var caller = checks.check(secret, null);
        assertThat(caller.userId()).isEqualTo(household.ownerId());
        assertThat(caller.sessionId()).isNull();
        assertThat(caller.credential()).isEqualTo(Credential.API_TOKEN);
        assertThat(checks.endOf(caller, secret)).contains(end);

        household.clock.advance(Duration.ofDays(1));
        assertRefused(UNAUTHORIZED, "TOKEN_EXPIRED", () -> checks.check(secret, null));
    }

    @Test
    @DisplayName("a revoked API token is worth nothing at once")
    void revoked() {
        var made = household.apiTokens.make(household.ownerId(), "Script", null);
        var secret = Objects.requireNonNull(made.token());
        checks.check(secret, null);
        household.apiTokens.revoke(made.id());

        assertRefused(UNAUTHORIZED, "INVALID_TOKEN", () -> checks.check(secret, null));
        assertThat(household.news).containsExactly("rights " + household.ownerId());
    }

    @Test
    @DisplayName("after the first time a check asks the database nothing: it still works without one")
    void hotPath() {
        var session = household.session(household.user());
        var apiToken = Objects.requireNonNull(
                household.apiTokens.make(household.ownerId(), "Script", null).token());
        checks.check(session.token(), null);
        checks.check(apiToken, null);
        checks.check(household.local.window().reveal(), null);

        household.database.close();

        for (int i = 0; i < 100; i++) {
            household.clock.advance(Duration.ofHours(20));
            assertThat(checks.check(session.token(), null).sessionId()).isEqualTo(session.id());
            assertThat(checks.check(null, session.token()).credential()).isEqualTo(Credential.COOKIE);
            assertThat(checks.check(apiToken, null).isAdmin()).isTrue();
            assertThat(checks.check(household.local.window().reveal(), null).isAdmin())
                    .isTrue();
        }
    }
}
