package io.medianest.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserStatus;
import io.medianest.server.account.AuthApi.Reply;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SessionTokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The checks that every request of somebody signed in goes through: each of their exits, by name, and their order.
class AuthenticationFlowTest {
    private static final int CALLS = 5;
    private static final SessionTokens STRANGER = new SessionTokens(new MasterKey(filled((byte) 9)), Clock.systemUTC());

    private final AuthApi api = new AuthApi(new Limit(CALLS, Duration.ofMinutes(1)));
    private final Household household = api.household;

    @AfterEach
    void close() {
        api.close();
    }

    /// One way out of the checks.
    ///
    /// @param token what somebody comes with, made in a household
    /// @param reply what they read
    record Exit(String name, String address, Function<Household, String> token, String reply) {
        Exit(String name, Function<Household, String> token, String reply) {
            this(name, "/users/me", token, reply);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Exit> exits() {
        return Stream.of(
                new Exit("token is no JWT: invalid", house -> "not.a.token", "401 UNAUTHORIZED INVALID_TOKEN"),
                new Exit(
                        "token signed by a stranger: invalid",
                        AuthenticationFlowTest::foreign,
                        "401 UNAUTHORIZED INVALID_TOKEN"),
                new Exit(
                        "token cut short: invalid",
                        house -> shortened(active(house)),
                        "401 UNAUTHORIZED INVALID_TOKEN"),
                new Exit(
                        "token of more than a year: expired",
                        house -> aged(house, Duration.ofDays(366)),
                        "401 UNAUTHORIZED TOKEN_EXPIRED"),
                new Exit(
                        "session without use for a day: expired",
                        house -> aged(house, Duration.ofHours(24)),
                        "401 UNAUTHORIZED TOKEN_EXPIRED"),
                new Exit("user deleted: not found", AuthenticationFlowTest::deleted, "404 USER_NOT_FOUND"),
                new Exit("user suspended: refused", house -> of(house, UserStatus.SUSPENDED), "403 ACCOUNT_SUSPENDED"),
                new Exit("user not let in yet: refused", house -> of(house, UserStatus.PENDING), "403 ACCOUNT_PENDING"),
                new Exit(
                        "session ended: invalid",
                        AuthenticationFlowTest::signedOut,
                        "401 UNAUTHORIZED SESSION_INVALID"),
                new Exit(
                        "session never was: invalid",
                        house -> house.sessionTokens.issue(house.user(), "ses_none"),
                        "401 UNAUTHORIZED SESSION_INVALID"),
                new Exit(
                        "session of somebody else: invalid",
                        AuthenticationFlowTest::borrowed,
                        "401 UNAUTHORIZED SESSION_INVALID"),
                new Exit("role too low: forbidden", "/admin/users", AuthenticationFlowTest::active, "403 FORBIDDEN"),
                new Exit("all in order: the handler", AuthenticationFlowTest::active, "200 "));
    }

    private static Stream<Arguments> exitsBothWays() {
        return exits().flatMap(exit -> Arrays.stream(Way.values()).map(way -> Arguments.of(exit, way)));
    }

    enum Way {
        BEARER,
        COOKIE
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("exitsBothWays")
    @DisplayName("each way out says what it is, by token and by cookie")
    void exit(Exit exit, Way way) throws IOException, InterruptedException {
        assertThat(get(exit.address, way, exit.token.apply(household)).error()).isEqualTo(exit.reply);
    }

    @Test
    @DisplayName("no credentials: authentication required")
    void missing() throws IOException, InterruptedException {
        var reply = api.call("GET", "/users/me").send();

        assertThat(reply.error()).isEqualTo("401 UNAUTHORIZED");
        assertThat(reply.body().at("/error/message").asText()).isEqualTo("Authentication required");
        assertThat(reply.body().path("correlationId").asText()).isNotBlank();
    }

    @Test
    @DisplayName("within the limit each request is counted, over it everything is refused until there is one again")
    void rateExceeded() throws IOException, InterruptedException {
        var token = active(household);
        for (int left = CALLS - 1; left >= 0; left--) {
            var reply = get("/users/me", Way.BEARER, token);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.raw().headers().firstValue("X-RateLimit-Remaining"))
                    .contains(Integer.toString(left));
        }

        var refused = get("/users/me", Way.BEARER, token);

        assertThat(refused.error()).isEqualTo("429 RATE_LIMIT_EXCEEDED at most " + CALLS);
        long seconds = refused.raw().headers().firstValueAsLong("Retry-After").orElseThrow();
        assertThat(seconds).isBetween(1L, 60L / CALLS + 1);
        assertThat(get("/users/me", Way.COOKIE, active(household)).status())
                .as("somebody else has a limit of their own")
                .isEqualTo(200);

        household.clock.advance(Duration.ofSeconds(seconds));
        assertThat(get("/users/me", Way.BEARER, token).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a valid session lasts anew with each use")
    void refreshed() throws IOException, InterruptedException {
        var token = active(household);
        for (int day = 0; day < 3; day++) {
            household.clock.advance(Duration.ofHours(23));
            assertThat(get("/users/me", Way.BEARER, token).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName(
            "the first check that fails decides: expiry before the person, the person before the session, limits before the role")
    void order() throws IOException, InterruptedException {
        var gone = deleted(household);
        assertThat(get("/users/me", Way.BEARER, gone).error()).isEqualTo("404 USER_NOT_FOUND");
        household.clock.advance(Duration.ofDays(366));
        assertThat(get("/users/me", Way.BEARER, gone).error()).isEqualTo("401 UNAUTHORIZED TOKEN_EXPIRED");

        var suspended = household.user();
        var session = household.session(suspended);
        household.accounts.change(household.owner(), suspended, new UserChange(null, UserStatus.SUSPENDED, null, null));
        assertThat(get("/users/me", Way.BEARER, session.token()).error())
                .as("suspended, and the session ended with it")
                .isEqualTo("403 ACCOUNT_SUSPENDED");

        var user = active(household);
        for (int call = 0; call < CALLS; call++) {
            assertThat(get("/admin/users", Way.BEARER, user).error()).isEqualTo("403 FORBIDDEN");
        }
        assertThat(get("/admin/users", Way.BEARER, user).status()).isEqualTo(429);
    }

    private Reply get(String address, Way way, String token) throws IOException, InterruptedException {
        var call = api.call("GET", address);
        return switch (way) {
            case BEARER -> call.bearer(token).send();
            case COOKIE -> call.cookie("medianest_session=" + token).send();
        };
    }

    private static String active(Household household) {
        return household.session(household.user()).token();
    }

    private static String aged(Household household, Duration age) {
        var token = active(household);
        household.clock.advance(age);
        return token;
    }

    private static String of(Household household, UserStatus status) {
        return household.session(household.somebody(Role.USER, status)).token();
    }

    private static String deleted(Household household) {
        var userId = household.user();
        var token = household.session(userId).token();
        household.accounts.delete(household.owner(), userId);
        return token;
    }

    private static String signedOut(Household household) {
        var session = household.session(household.user());
        household.sessions.end(session.id());
        return session.token();
    }

    private static String borrowed(Household household) {
        var session = household.session(household.user());
        return household.sessionTokens.issue(household.user(), session.id());
    }

    private static String foreign(Household household) {
        return STRANGER.issue(household.ownerId(), "ses_1");
    }

    private static String shortened(String token) {
        return token.substring(0, token.length() - 5);
    }

    private static byte[] filled(byte value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
