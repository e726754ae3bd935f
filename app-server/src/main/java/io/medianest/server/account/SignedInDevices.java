package io.medianest.server.account;

import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.SessionList;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Looking over where people are signed in, and signing out what is lost or was only borrowed. Thread-safe.
final class SignedInDevices {
    private final SessionStore store;
    private final Sessions sessions;
    private final Clock clock;

    SignedInDevices(Database database, Sessions sessions, Clock clock) {
        this.store = database.store(SessionStore.class);
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Where the caller is signed in.
    SessionList of(Caller caller) {
        sessions.flush();
        return shown(caller, store.activeOf(caller.userId(), clock.instant()));
    }

    /// Where anybody of the household is signed in.
    SessionList all(Caller caller) {
        sessions.flush();
        return shown(caller, store.active(clock.instant()));
    }

    private static SessionList shown(Caller caller, List<SessionStore.Active> rows) {
        return new SessionList(rows.stream()
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
                .toList());
    }

    /// Signs out a device of the caller's.
    ///
    /// @throws MediaNestException `NOT_FOUND`, also for somebody else's
    void endOwn(Caller caller, String id) {
        end(store.find(id).filter(row -> row.userId().equals(caller.userId())));
    }

    /// Signs out any device.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    void end(String id) {
        end(store.find(id));
    }

    private void end(Optional<SessionStore.Row> found) {
        sessions.end(found.orElseThrow(SignedInDevices::unknown).id());
    }

    private static MediaNestException unknown() {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such session: it has ended already");
    }
}
