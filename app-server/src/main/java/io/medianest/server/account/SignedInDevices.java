package io.medianest.server.account;

import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.ApiToken;
import io.medianest.model.account.SessionList;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/// Looking over what is connected - where people are signed in, and the tokens of their devices and scripts -, and
/// ending what is lost or was only borrowed. Thread-safe.
final class SignedInDevices {
    private final SessionStore store;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Clock clock;

    SignedInDevices(Database database, Sessions sessions, ApiTokens tokens, Clock clock) {
        this.store = database.store(SessionStore.class);
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// What is connected as the caller.
    SessionList of(Caller caller) {
        sessions.flush();
        return shown(caller, store.activeOf(caller.userId(), clock.instant()), tokens.of(caller.userId()));
    }

    /// What is connected as anybody of the household.
    SessionList all(Caller caller) {
        sessions.flush();
        return shown(caller, store.active(clock.instant()), tokens.all().tokens());
    }

    private static SessionList shown(Caller caller, List<SessionStore.Active> rows, List<ApiToken> tokens) {
        var signedIn = rows.stream()
                .map(row -> new ActiveSession(
                        row.id(),
                        row.userId(),
                        row.username(),
                        row.userAgent(),
                        row.ip(),
                        row.createdAt(),
                        row.lastUsedAt(),
                        row.expiresAt(),
                        row.id().equals(caller.sessionId())))
                .toList();
        return new SessionList(signedIn, tokens);
    }

    /// Signs out a device of the caller's, by the id of its session or of its token.
    ///
    /// @throws MediaNestException `NOT_FOUND`, also for somebody else's
    void endOwn(Caller caller, String id) {
        end(id, caller.userId()::equals);
    }

    /// Signs out any device, by the id of its session or of its token.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    void end(String id) {
        end(id, _ -> true);
    }

    private void end(String id, Predicate<String> isOwner) {
        if (store.find(id).map(SessionStore.Row::userId).filter(isOwner).isPresent()) {
            sessions.end(id);
            return;
        }
        if (tokens.ownerOf(id).filter(isOwner).isEmpty()) {
            throw unknown();
        }
        tokens.revoke(id);
    }

    private static MediaNestException unknown() {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such session or token: it has ended already");
    }
}
