package io.medianest.server.account;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.account.PlexAccounts.Access;
import io.medianest.server.account.PlexAccounts.PlexAccount;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.security.SecretBox;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of who comes in with a Plex account: those who own or share the household's server; everybody
/// else waits for the owner. Thread-safe.
final class PlexAdmission {
    private static final Logger LOG = LoggerFactory.getLogger(PlexAdmission.class);

    private final Database database;
    private final AccountStore store;
    private final Accounts accounts;
    private final SecretBox box;
    private final Ids ids;
    private final Clock clock;

    public PlexAdmission(Database database, Accounts accounts, SecretBox box, Ids ids, Clock clock) {
        this.database = database;
        this.store = database.store(AccountStore.class);
        this.accounts = accounts;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    /// The person of a Plex account, made when new. Somebody who waits is let in as soon as Plex says that
    /// they belong here. The rights of those who are in already are the admins' to change.
    ///
    /// @param token stored sealed
    /// @param access asked only where it decides something; may ask the network
    Account admit(PlexAccount plex, Secret token, Supplier<Access> access) {
        var needed = store.findByPlex(plex.id())
                .map(known -> known.status() == UserStatus.PENDING)
                .orElse(true);
        var granted = needed ? access.get() : Access.NONE;
        try {
            return record(plex, token, granted);
        } catch (RuntimeException e) {
            if (!Database.isDuplicate(e)) {
                throw e;
            }
            // The same account signed in for the first time elsewhere at this very moment.
            return record(plex, token, granted);
        }
    }

    private Account record(PlexAccount plex, Secret token, Access access) {
        var account = database.inside(tx -> {
            var rows = tx.store(AccountStore.class);
            var now = clock.instant();
            var known = rows.findByPlexForUpdate(plex.id());
            var person = known.orElseGet(() -> newcomer(plex)).signedIn(plex, box.seal(token), now);
            var admitted = person.status() == UserStatus.PENDING
                    ? person.with(
                            role(person, access), status(access), person.quotas(), person.downloadsNeedApproval(), now)
                    : person;
            if (known.isPresent()) {
                rows.update(admitted);
            } else {
                rows.insert(admitted);
            }
            return admitted;
        });
        accounts.changed(account.id());
        return account;
    }

    private Account newcomer(PlexAccount plex) {
        var username = plex.username().isBlank()
                ? "plex-" + plex.id()
                : plex.username().strip();
        return Account.newcomer(ids.next("usr"), username, Role.USER, UserStatus.PENDING, plex.id(), clock.instant());
    }

    private static Role role(Account person, Access access) {
        return access == Access.OWNED ? Role.ADMIN : person.role();
    }

    private static UserStatus status(Access access) {
        return switch (access) {
            case OWNED, SHARED -> UserStatus.ACTIVE;
            case NONE -> UserStatus.PENDING;
        };
    }

    /// Makes a Plex account belong to somebody who is in already.
    ///
    /// @throws MediaNestException `INVALID_STATE` when it belongs to somebody else, `USER_NOT_FOUND`
    Account link(String userId, PlexAccount plex, Secret token) {
        var account = database.inside(tx -> {
            var rows = tx.store(AccountStore.class);
            if (rows.findByPlexForUpdate(plex.id())
                    .filter(other -> !other.id().equals(userId))
                    .isPresent()) {
                throw new MediaNestException(
                        ErrorCode.INVALID_STATE, "This Plex account belongs to somebody else of the household");
            }
            var linked = rows.findForUpdate(userId)
                    .orElseThrow(Accounts::unknown)
                    .signedIn(plex, box.seal(token), clock.instant());
            rows.update(linked);
            return linked;
        });
        accounts.changed(userId);
        return account;
    }

    /// The Plex token of a person, if there is one that can still be read.
    public Optional<Secret> tokenOf(String userId) {
        return accounts.find(userId)
                .flatMap(account -> Optional.ofNullable(account.plexToken()))
                .flatMap(this::open);
    }

    private Optional<Secret> open(String sealed) {
        try {
            return Optional.of(box.open(sealed));
        } catch (SecretBox.CannotOpen e) {
            LOG.warn("a stored Plex token cannot be read; its owner has to sign in again: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
