package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.INVALID_STATE;
import static io.medianest.model.api.ErrorCode.USER_NOT_FOUND;
import static io.medianest.model.api.ErrorCode.VALIDATION_ERROR;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Preferences;
import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.PageQuery;
import io.medianest.server.platform.link.NoLink;
import io.medianest.server.platform.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private final Household household = new Household();
    private final Accounts accounts = household.accounts;

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("the first start makes the local owner an admin, every later one finds them")
    void owner() {
        var owner = accounts.user(household.ownerId());

        assertThat(owner.username()).isEqualTo("mia");
        assertThat(owner.role()).isEqualTo(Role.ADMIN);
        assertThat(owner.preferences()).isEqualTo(Preferences.NONE);
        assertThat(accounts.localOwner("somebody else")).isEqualTo(household.ownerId());
        assertThat(accounts.user(household.ownerId()).username()).isEqualTo("mia");
    }

    @Test
    @DisplayName("an owner whom the system does not name still has a name")
    void namelessOwner() {
        try (var other = new Household()) {
            other.database.store(AccountStore.class).delete(other.ownerId());
            var restarted = new Accounts(
                    other.database, other.sessions, ids -> other.statistics, other.listeners, other.ids, other.clock);

            assertThat(restarted.user(restarted.localOwner(" ")).username()).isEqualTo("owner");
        }
    }

    @Test
    @DisplayName("a person shows with what they have asked for so far")
    void statistics() {
        var userId = household.user();
        household.statistics.put(userId, new UserStatistics(5, 3, 1));

        assertThat(accounts.user(userId).statistics()).isEqualTo(new UserStatistics(5, 3, 1));
        assertThat(accounts.user(household.ownerId()).statistics()).isEqualTo(UserStatistics.NONE);
    }

    @Test
    @DisplayName("everybody is listed with role and status, page by page, in the order in which they came")
    void page() {
        household.clock.advance(Duration.ofSeconds(1));
        var first = household.somebody(Role.USER, UserStatus.SUSPENDED);
        household.clock.advance(Duration.ofSeconds(1));
        var second = household.somebody(Role.ADMIN, UserStatus.PENDING);

        var page = accounts.page(new PageQuery(2, 2));
        assertThat(page.pagination().totalItems()).isEqualTo(3);
        assertThat(page.pagination().hasNext()).isFalse();
        assertThat(page.users()).singleElement().satisfies(user -> {
            assertThat(user.user().id()).isEqualTo(second);
            assertThat(user.user().role()).isEqualTo(Role.ADMIN);
            assertThat(user.status()).isEqualTo(UserStatus.PENDING);
        });
        assertThat(accounts.page(new PageQuery(1, 2)).users())
                .extracting(user -> user.user().id())
                .containsExactly(household.ownerId(), first);
    }

    @Test
    @DisplayName("suspending ends all sessions at once and tells who has something open")
    void suspend() {
        var userId = household.user();
        var session = household.session(userId);
        household.clock.advance(Duration.ofMinutes(1));

        var changed =
                accounts.change(household.owner(), userId, new UserChange(null, UserStatus.SUSPENDED, null, null));

        assertThat(changed.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(changed.user().role()).isEqualTo(Role.USER);
        assertThat(changed.user().updatedAt()).isEqualTo(household.clock.instant());
        assertThat(household.news).containsExactly("ended " + session.id(), "locked out " + userId);
        assertThat(household.database.store(SessionStore.class).find(session.id()))
                .isEmpty();
    }

    @Test
    @DisplayName("a new role holds from the next check on, and what is open has to show its credentials again")
    void promote() {
        var userId = household.user();
        var session = household.session(userId);
        assertThat(household.checks.check(session.token(), null).isAdmin()).isFalse();

        accounts.change(household.owner(), userId, new UserChange(Role.ADMIN, null, null, null));

        assertThat(household.checks.check(session.token(), null).isAdmin()).isTrue();
        assertThat(household.news).containsExactly("rights " + userId);
    }

    @Test
    @DisplayName("a change that changes nothing disturbs nobody")
    void nothing() {
        var userId = household.user();
        var session = household.session(userId);

        accounts.change(household.owner(), userId, new UserChange(Role.USER, UserStatus.ACTIVE, null, null));
        accounts.change(household.owner(), household.ownerId(), new UserChange(null, null, null, null));

        assertThat(household.checks.check(session.token(), null).userId()).isEqualTo(userId);
        assertThat(household.news).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"themselves", "the local owner"})
    @DisplayName("an admin cannot demote, suspend or delete themselves or the local owner")
    void keptIn(String whom) {
        var adminId = household.somebody(Role.ADMIN, UserStatus.ACTIVE);
        var session = household.session(adminId);
        var admin = household.checks.check(session.token(), null);
        var target = whom.equals("themselves") ? adminId : household.ownerId();

        assertInvalidState(admin, target, new UserChange(Role.USER, null, null, null));
        assertInvalidState(admin, target, new UserChange(null, UserStatus.SUSPENDED, null, null));
        assertRefused(INVALID_STATE, null, () -> accounts.delete(admin, target));

        assertThat(accounts.admitted(target).role()).isEqualTo(Role.ADMIN);
        assertThat(household.news).isEmpty();
    }

    private void assertInvalidState(Caller admin, String target, UserChange change) {
        assertRefused(INVALID_STATE, null, () -> accounts.change(admin, target, change));
    }

    @Test
    @DisplayName("nobody can be made to wait again, and nobody unknown can be changed")
    void notToBeGiven() {
        var userId = household.user();
        var owner = household.owner();

        assertRefused(
                VALIDATION_ERROR,
                "status",
                () -> accounts.change(owner, userId, new UserChange(null, UserStatus.PENDING, null, null)));
        assertRefused(
                USER_NOT_FOUND,
                null,
                () -> accounts.change(owner, "usr_none", new UserChange(Role.ADMIN, null, null, null)));
        assertRefused(USER_NOT_FOUND, null, () -> accounts.delete(owner, "usr_none"));
        assertRefused(USER_NOT_FOUND, null, () -> accounts.user("usr_none"));
    }

    @Test
    @DisplayName("quotas are given as a whole, show to admins, and hold at once")
    void quotas() {
        var userId = household.user();
        assertThat(accounts.find(userId).orElseThrow().quotas()).isEqualTo(Quotas.NONE);

        var changed = accounts.change(household.owner(), userId, quotas(50, 2));
        assertThat(changed.quotas()).isEqualTo(new Quotas(50, 2));
        assertThat(accounts.find(userId).orElseThrow().quotas()).isEqualTo(new Quotas(50, 2));

        accounts.change(household.owner(), userId, new UserChange(Role.ADMIN, null, null, null));
        assertThat(accounts.find(userId).orElseThrow().quotas()).isEqualTo(new Quotas(50, 2));

        accounts.change(household.owner(), userId, quotas(null, 3));
        assertThat(accounts.find(userId).orElseThrow().quotas()).isEqualTo(new Quotas(null, 3));
    }

    @Test
    @DisplayName("admins may have quotas, also the one who gives them, and no quota is out of range")
    void quotaRange() {
        var owner = household.owner();
        assertThat(accounts.change(owner, household.ownerId(), quotas(1, 1000)).quotas())
                .isEqualTo(new Quotas(1, 1000));
        for (var wrong : List.of(0, -1, 1001)) {
            assertRefused(
                    VALIDATION_ERROR,
                    "quotas.requestsPerHour",
                    () -> accounts.change(owner, household.ownerId(), quotas(wrong, null)));
            assertRefused(
                    VALIDATION_ERROR,
                    "quotas.downloadsPerHour",
                    () -> accounts.change(owner, household.ownerId(), quotas(null, wrong)));
        }
    }

    private static UserChange quotas(@Nullable Integer requests, @Nullable Integer downloads) {
        return new UserChange(null, null, null, new Quotas(requests, downloads));
    }

    @Test
    @DisplayName("deleting takes sessions and tokens along")
    void delete() {
        var adminId = household.somebody(Role.ADMIN, UserStatus.ACTIVE);
        var session = household.session(adminId);
        var token = household.apiTokens.make(adminId, "Script", null);
        household.checks.check(Objects.requireNonNull(token.token()), null);

        accounts.delete(household.owner(), adminId);

        assertThat(household.database.store(SessionStore.class).find(session.id()))
                .isEmpty();
        assertThat(household.apiTokens.all().tokens()).isEmpty();
        assertRefused(USER_NOT_FOUND, null, () -> household.checks.check(token.token(), null));
        assertThat(household.news).containsExactly("locked out " + adminId);
    }

    @Test
    @DisplayName("the admins of a transaction are those who are active, and nobody else")
    void admins() {
        var active = household.somebody(Role.ADMIN, UserStatus.ACTIVE);
        household.somebody(Role.ADMIN, UserStatus.SUSPENDED);
        household.somebody(Role.ADMIN, UserStatus.PENDING);
        var user = household.user();

        household.database.run(tx -> {
            assertThat(accounts.lockedAdmins(tx))
                    .extracting(Account::id)
                    .containsExactlyInAnyOrder(household.ownerId(), active)
                    .isSorted();
            assertThat(accounts.locked(tx, user)).map(Account::id).contains(user);
            assertThat(accounts.locked(tx, "usr_none")).isEmpty();
        });
    }

    @Test
    @DisplayName("one listener that fails keeps the news from no other")
    void listeners() {
        var userId = household.user();
        var deaf = new SessionListeners(new NoLink(true));
        deaf.add(new SessionListener() {
            @Override
            public void sessionEnded(String sessionId) {
                throw new IllegalStateException("deaf");
            }

            @Override
            public void userLockedOut(String lockedOut) {
                throw new IllegalStateException("deaf");
            }

            @Override
            public void rightsChanged(String changed) {
                throw new IllegalStateException("deaf");
            }
        });
        deaf.add(household.listeners);

        deaf.userLockedOut(userId);
        deaf.sessionEnded("ses_1");
        deaf.rightsChanged(userId);

        assertThat(household.news).containsExactly("locked out " + userId, "ended ses_1", "rights " + userId);
    }
}
