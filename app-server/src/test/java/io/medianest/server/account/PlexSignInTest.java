package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.ACCOUNT_PENDING;
import static io.medianest.model.api.ErrorCode.ACCOUNT_SUSPENDED;
import static io.medianest.model.api.ErrorCode.INVALID_PIN;
import static io.medianest.model.api.ErrorCode.INVALID_STATE;
import static io.medianest.model.api.ErrorCode.PIN_NOT_AUTHORIZED;
import static io.medianest.server.account.Household.PHONE;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.PageQuery;
import io.medianest.server.account.PlexAccounts.Access;
import io.medianest.server.account.PlexAccounts.PlexAccount;
import io.medianest.server.account.Sessions.Stay;
import io.medianest.server.platform.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlexSignInTest {
    private static final PlexAccount ANN = FakePlex.person("ann");

    private final Household household = new Household();
    private final FakePlex plex = household.plex;
    private final PlexSignIn signIn = household.plexSignIn;

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("who shares the server comes in as a user, once for a PIN")
    void shared() {
        var pin = signIn.begin("Phone");
        plex.authoriseNewest(ANN, Access.SHARED);

        var signedIn = verify(pin.id());

        var user = household.accounts.user(signedIn.userId());
        assertThat(user.role()).isEqualTo(Role.USER);
        assertThat(user.username()).isEqualTo("name-ann");
        assertThat(user.email()).isEqualTo("ann@example.org");
        assertThat(user.plexId()).isEqualTo("ann");
        assertThat(user.lastLoginAt()).isEqualTo(household.clock.instant());
        assertThat(household.checks.check(signedIn.session().token(), null).userId())
                .isEqualTo(user.id());
        assertRefused(INVALID_PIN, null, () -> verify(pin.id()));
    }

    @Test
    @DisplayName("who owns the server becomes an admin when first seen, and stays what an admin made of them")
    void owned() {
        var ownerOfServer = signIn(ANN, Access.OWNED);
        assertThat(household.accounts.user(ownerOfServer).role()).isEqualTo(Role.ADMIN);

        household.accounts.change(household.owner(), ownerOfServer, new UserChange(Role.USER, null, null, null));
        assertThat(signIn(ANN, Access.OWNED)).isEqualTo(ownerOfServer);
        assertThat(household.accounts.user(ownerOfServer).role()).isEqualTo(Role.USER);
    }

    @Test
    @DisplayName("a stranger waits; once the owner lets them in, the same PIN is good")
    void stranger() {
        var pin = signIn.begin(null);
        plex.authoriseNewest(ANN, Access.NONE);
        assertRefused(ACCOUNT_PENDING, null, () -> verify(pin.id()));
        assertRefused(ACCOUNT_PENDING, null, () -> verify(pin.id()));

        var waiting = everybody().getLast();
        assertThat(household.accounts.find(waiting).orElseThrow().status()).isEqualTo(UserStatus.PENDING);
        household.accounts.change(household.owner(), waiting, new UserChange(null, UserStatus.ACTIVE, null, null));

        assertThat(verify(pin.id()).userId()).isEqualTo(waiting);
        assertThat(household.accounts.user(waiting).role()).isEqualTo(Role.USER);
        assertThat(everybody()).hasSize(2);
    }

    @Test
    @DisplayName("without a Plex server, or with one that is down, new accounts wait and those inside still come in")
    void noServer() {
        var known = signIn(ANN, Access.SHARED);
        var ben = FakePlex.person("ben");
        var pin = signIn.begin(null);
        plex.authoriseNewest(ben, Access.SHARED);

        plex.machine = Optional.empty();
        assertRefused(ACCOUNT_PENDING, null, () -> verify(pin.id()));
        assertThat(signIn(ANN, Access.NONE)).isEqualTo(known);
        plex.machine = Optional.of(FakePlex.MACHINE);
        plex.down = true;
        assertRefused(ACCOUNT_PENDING, null, () -> verify(pin.id()));
        assertThat(signIn(ANN, Access.NONE)).isEqualTo(known);

        plex.down = false;
        assertThat(household.accounts.user(verify(pin.id()).userId()).plexId()).isEqualTo("ben");
    }

    @Test
    @DisplayName("who is inside is not measured against the server again")
    void noNeedlessQuestion() {
        signIn(ANN, Access.SHARED);
        assertThat(plex.accessQuestions).hasValue(1);

        signIn(ANN, Access.SHARED);

        assertThat(plex.accessQuestions).hasValue(1);
    }

    @Test
    @DisplayName("a suspended person stays out")
    void suspended() {
        var userId = signIn(ANN, Access.SHARED);
        household.accounts.change(household.owner(), userId, new UserChange(null, UserStatus.SUSPENDED, null, null));
        var pin = signIn.begin(null);
        plex.authoriseNewest(ANN, Access.OWNED);

        assertRefused(ACCOUNT_SUSPENDED, null, () -> verify(pin.id()));
    }

    @Test
    @DisplayName("plex.tv is asked at most once a second for a PIN, but who has just said yes is not turned away")
    void polling() {
        var pin = signIn.begin(null);
        var begun = household.clock.instant();
        for (int i = 0; i < 5; i++) {
            assertRefused(PIN_NOT_AUTHORIZED, null, () -> verify(pin.id()));
        }
        assertThat(plex.polls).hasValue(5);
        assertThat(household.clock.instant()).isEqualTo(begun.plusSeconds(4));

        plex.authoriseNewest(ANN, Access.SHARED);
        assertThat(verify(pin.id()).session().id()).startsWith("ses_");
        assertThat(household.clock.instant()).isEqualTo(begun.plusSeconds(5));
    }

    @Test
    @DisplayName("an unknown PIN is invalid, plex.tv's own number above all")
    void unknown() {
        signIn.begin(null);
        plex.authoriseNewest(ANN, Access.SHARED);

        assertRefused(INVALID_PIN, null, () -> verify("pin_unknown"));
        assertRefused(INVALID_PIN, null, () -> verify(Long.toString(plex.newestPin())));
        assertRefused(INVALID_PIN, null, () -> signIn.authUrl("pin_unknown"));
        assertThat(plex.polls).hasValue(0);
    }

    @Test
    @DisplayName("an expired PIN is invalid, whether by our clock or by plex.tv's")
    void expired() {
        var ours = signIn.begin(null);
        plex.authoriseNewest(ANN, Access.SHARED);
        household.clock.advance(Duration.ofMinutes(30));
        assertRefused(INVALID_PIN, null, () -> verify(ours.id()));

        var theirs = signIn.begin(null);
        plex.forgetNewest();
        assertRefused(INVALID_PIN, null, () -> verify(theirs.id()));
    }

    @Test
    @DisplayName("twenty verifies of one PIN at once make one session and one user")
    void oneSession() throws InterruptedException {
        var pin = signIn.begin(null);
        plex.authoriseNewest(ANN, Access.SHARED);

        var results = household.together(20, () -> verify(pin.id()));

        assertThat(results).filteredOn(PlexSignIn.SignedIn.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(INVALID_PIN::equals).hasSize(19);
        assertThat(everybody()).hasSize(2);
        assertThat(household
                        .database
                        .store(SessionStore.class)
                        .idsOf(everybody().getLast()))
                .hasSize(1);
    }

    @Test
    @DisplayName("one account that signs in for the first time in ten places at once is one user with ten sessions")
    void oneUser() throws InterruptedException {
        var pins = java.util.stream.Stream.generate(() -> {
                    var pin = signIn.begin(null);
                    plex.authoriseNewest(ANN, Access.OWNED);
                    return pin.id();
                })
                .limit(10)
                .iterator();

        var results = household.together(10, () -> {
            String pin;
            synchronized (pins) {
                pin = pins.next();
            }
            return verify(pin).userId();
        });

        assertThat(results).hasSize(10).containsOnly(everybody().getLast());
        assertThat(everybody()).hasSize(2);
        assertThat(household
                        .database
                        .store(SessionStore.class)
                        .idsOf(everybody().getLast()))
                .hasSize(10);
    }

    @Test
    @DisplayName("the Plex token is kept for later, but not in words that the database could tell")
    void tokenSealed() {
        var userId = signIn(ANN, Access.SHARED);

        assertThat(household.admission.tokenOf(userId)).contains(new Secret("token-of-ann"));
        assertThat(household.accounts.find(userId).orElseThrow().plexToken())
                .startsWith("v1:")
                .doesNotContain("ann");
        assertThat(household.admission.tokenOf(household.ownerId())).isEmpty();
    }

    @Test
    @DisplayName("a token sealed with a lost key is as good as none")
    void lostKey() {
        var userId = signIn(ANN, Access.SHARED);
        var row = household.accounts.find(userId).orElseThrow();
        var foreign = new Account(
                row.id(),
                row.username(),
                null,
                null,
                row.role(),
                row.status(),
                row.plexId(),
                oneLetterOff(Objects.requireNonNull(row.plexToken())),
                "{}",
                false,
                row.createdAt(),
                row.updatedAt(),
                null,
                null,
                null);
        household.database.store(AccountStore.class).update(foreign);
        household.accounts.changed(userId);

        assertThat(household.admission.tokenOf(userId)).isEmpty();
    }

    /// The first letter behind the version, which stands for six bits of the nonce.
    private static String oneLetterOff(String sealed) {
        return sealed.startsWith("v1:A") ? "v1:B" + sealed.substring(4) : "v1:A" + sealed.substring(4);
    }

    @Test
    @DisplayName("in the window the Plex account becomes the owner's, who then comes in with it from anywhere")
    void link() {
        var pin = signIn.begin(null);
        plex.authoriseNewest(ANN, Access.NONE);

        var linked = signIn.verify(pin.id(), Stay.SHORT, PHONE, Optional.of(household.ownerId()));

        assertThat(linked.userId()).isEqualTo(household.ownerId());
        assertThat(household.accounts.user(household.ownerId()).username()).isEqualTo("mia");
        assertThat(household.accounts.user(household.ownerId()).plexId()).isEqualTo("ann");
        assertThat(signIn(ANN, Access.NONE)).isEqualTo(household.ownerId());
        assertThat(everybody()).hasSize(1);
    }

    @Test
    @DisplayName("nobody's Plex account can be taken over by linking")
    void linkTaken() {
        signIn(ANN, Access.SHARED);
        var pin = signIn.begin(null);
        plex.authoriseNewest(ANN, Access.SHARED);

        assertRefused(
                INVALID_STATE,
                null,
                () -> signIn.verify(pin.id(), Stay.SHORT, PHONE, Optional.of(household.ownerId())));
    }

    @Test
    @DisplayName("somebody whom Plex does not name has a name here")
    void nameless() {
        var userId = signIn(new PlexAccount("42", " ", null, null), Access.SHARED);

        assertThat(household.accounts.user(userId).username()).isEqualTo("plex-42");
    }

    private String signIn(PlexAccount person, Access access) {
        var pin = signIn.begin(null);
        plex.authoriseNewest(person, access);
        return verify(pin.id()).userId();
    }

    private PlexSignIn.SignedIn verify(String pinId) {
        return signIn.verify(pinId, Stay.SHORT, PHONE, Optional.empty());
    }

    private List<String> everybody() {
        return household.accounts.page(new PageQuery(1, 100)).users().stream()
                .map(user -> user.user().id())
                .sorted((a, b) -> a.equals(household.ownerId()) ? -1 : b.equals(household.ownerId()) ? 1 : 0)
                .toList();
    }
}
