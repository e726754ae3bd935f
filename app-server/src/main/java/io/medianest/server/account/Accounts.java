package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.INVALID_STATE;

import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserPage;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.db.RowCopies;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of who belongs to the household and what they may. Thread-safe.
public final class Accounts {
    private static final long CACHED_ACCOUNTS = 10_000;
    private static final int MOST_PER_HOUR = 1000;
    private static final String OWNER = "local-owner";

    private final Database database;
    private final AccountStore store;
    private final Sessions sessions;
    private final Users users;
    private final SessionListener listener;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;
    private final RowCopies<Account> copies;

    public Accounts(
            Database database,
            Sessions sessions,
            StatisticsSource statistics,
            SessionListener listener,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.store = database.store(AccountStore.class);
        this.copies = database.copies("app_user", CACHED_ACCOUNTS);
        this.sessions = sessions;
        this.users = new Users(statistics);
        this.listener = listener;
        this.ids = ids;
        this.clock = clock;
        this.installation = new Installation(database);
    }

    /// The person at the computer that runs the server, who is an admin without any password. Made on the
    /// first call.
    ///
    /// @param name of the person on that computer; may be blank
    /// @return the id
    public String localOwner(String name) {
        var id = installation.keep(OWNER, () -> ids.next("usr"));
        if (store.find(id).isEmpty()) {
            var now = clock.instant();
            var username = name.isBlank() ? "owner" : name.strip();
            store.insert(Account.newcomer(id, username, Role.ADMIN, UserStatus.ACTIVE, null, now));
        }
        return id;
    }

    /// A person by id. Costs no query for those who were asked for lately.
    public Optional<Account> find(String id) {
        return copies.get(id, key -> store.find(key).orElse(null));
    }

    /// A person who stays as they are until the transaction ends.
    public Optional<Account> locked(Tx tx, String id) {
        return tx.store(AccountStore.class).findForUpdate(id);
    }

    /// All active admins, by id, who stay as they are until the transaction ends.
    public List<Account> lockedAdmins(Tx tx) {
        return tx.store(AccountStore.class).adminsForUpdate();
    }

    /// A person who may come in.
    ///
    /// @throws MediaNestException `USER_NOT_FOUND`, `ACCOUNT_SUSPENDED`, `ACCOUNT_PENDING`
    public Account admitted(String id) {
        var account = find(id).orElseThrow(Accounts::unknown);
        checkAdmitted(account);
        return account;
    }

    /// @throws MediaNestException `ACCOUNT_SUSPENDED`, `ACCOUNT_PENDING`
    static void checkAdmitted(Account account) {
        switch (account.status()) {
            case ACTIVE -> {}
            case SUSPENDED ->
                throw new MediaNestException(ErrorCode.ACCOUNT_SUSPENDED, "This account has been suspended");
            case PENDING, UNKNOWN ->
                throw new MediaNestException(
                        ErrorCode.ACCOUNT_PENDING, "This account waits until the owner lets it in");
        }
    }

    /// A person as clients see them.
    ///
    /// @throws MediaNestException `USER_NOT_FOUND`
    public User user(String id) {
        return users.of(find(id).orElseThrow(Accounts::unknown));
    }

    /// How many people of the household have signed in with Plex.
    public int plexUsers() {
        return store.countPlexUsers();
    }

    /// How many people there are, by the name of their status.
    public Map<String, Long> countsByStatus() {
        return store.countsByStatus();
    }

    /// Everybody, in the order in which they came.
    public UserPage page(PageQuery query) {
        return new UserPage(
                users.managed(store.page(query.limit(), query.offset())), Pagination.of(query, store.count()));
    }

    /// Changes what somebody may. Suspending ends all their sessions.
    ///
    /// @throws MediaNestException `USER_NOT_FOUND`; `INVALID_STATE` when admins would lock out themselves or
    ///     the local owner; `VALIDATION_ERROR` for a status that is not theirs to give or a quota out of range
    public ManagedUser change(Caller admin, String id, UserChange change) {
        var changed = database.inside(tx -> {
            var accounts = tx.store(AccountStore.class);
            var before = accounts.findForUpdate(id).orElseThrow(Accounts::unknown);
            var after = after(before, change);
            if (after.role() != Role.ADMIN || after.status() != UserStatus.ACTIVE) {
                checkMayLose(admin, id);
            }
            accounts.setRights(after);
            return new Changed(before, after, after.status() == UserStatus.ACTIVE ? List.of() : endSessions(tx, id));
        });
        copies.invalidate(id);
        sessions.forget(changed.endedSessions);
        tell(changed);
        return users.managed(List.of(changed.after)).getFirst();
    }

    private Account after(Account before, UserChange change) {
        if (change.status() == UserStatus.PENDING || change.status() == UserStatus.UNKNOWN) {
            throw MediaNestException.invalid("status", "The status can be set to active or suspended");
        }
        if (change.quotas() != null) {
            checkQuota("quotas.requestsPerHour", change.quotas().requestsPerHour());
            checkQuota("quotas.downloadsPerHour", change.quotas().downloadsPerHour());
        }
        var needApproval = change.downloadsNeedApproval();
        return before.with(
                change.role() == null ? before.role() : change.role(),
                change.status() == null ? before.status() : change.status(),
                change.quotas() == null ? before.quotas() : change.quotas(),
                needApproval == null ? before.downloadsNeedApproval() : needApproval,
                clock.instant());
    }

    private static void checkQuota(String field, @Nullable Integer quota) {
        if (quota != null && (quota < 1 || quota > MOST_PER_HOUR)) {
            throw MediaNestException.invalid(
                    field,
                    "'%s' must be a whole number from 1 to %d; leave it out for as many as everybody"
                            .formatted(field, MOST_PER_HOUR));
        }
    }

    private static List<String> endSessions(Tx tx, String userId) {
        var store = tx.store(SessionStore.class);
        var ended = store.idsOf(userId);
        store.deleteOf(userId);
        return ended;
    }

    private void tell(Changed changed) {
        if (changed.after.status() != UserStatus.ACTIVE) {
            listener.userLockedOut(changed.after.id());
        } else if (changed.before.role() != changed.after.role()) {
            listener.rightsChanged(changed.after.id());
        }
    }

    /// Removes a person with all their sessions and tokens.
    ///
    /// @throws MediaNestException `USER_NOT_FOUND`; `INVALID_STATE` for oneself and for the local owner
    public void delete(Caller admin, String id) {
        checkMayLose(admin, id);
        if (!store.delete(id)) {
            throw unknown();
        }
        copies.invalidate(id);
        listener.userLockedOut(id);
    }

    /// Drops the copy of a person whose row was changed elsewhere in this feature.
    void changed(String id) {
        copies.invalidate(id);
    }

    private void checkMayLose(Caller admin, String id) {
        if (admin.userId().equals(id)) {
            throw new MediaNestException(INVALID_STATE, "You cannot demote, suspend or delete yourself");
        }
        if (installation.find(OWNER).filter(id::equals).isPresent()) {
            throw new MediaNestException(INVALID_STATE, "The local owner stays an active admin");
        }
    }

    static MediaNestException unknown() {
        return new MediaNestException(ErrorCode.USER_NOT_FOUND, "There is no such user");
    }

    private record Changed(Account before, Account after, List<String> endedSessions) {}
}
