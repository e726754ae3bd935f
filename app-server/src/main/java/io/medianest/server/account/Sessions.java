package io.medianest.server.account;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.RowCopies;
import io.medianest.server.platform.security.SessionTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rules of being signed in: how long it lasts, that each use makes it last anew, and that its end is the
/// end.
///
/// Uses are kept in memory and written together by [#flush()], which somebody has to call about once a
/// minute; after a crash a session may seem used a minute less. Thread-safe.
public final class Sessions implements AutoCloseable {
    /// The details of the error for a session that ended or never was.
    static final String SESSION_INVALID = "SESSION_INVALID";

    private static final long CACHED_SESSIONS = 10_000;
    private static final int LONGEST_USER_AGENT = 300;
    private static final Duration REMEMBERED_AFTER_EXPIRY = Duration.ofDays(30);

    private final SessionStore store;
    private final SessionTokens tokens;
    private final SessionListener listener;
    private final Ids ids;
    private final Clock clock;
    private final RowCopies<Session> copies;
    private final Map<String, Session> used = new ConcurrentHashMap<>();

    public Sessions(Database database, SessionTokens tokens, SessionListener listener, Ids ids, Clock clock) {
        this.store = database.store(SessionStore.class);
        this.copies = database.copies("session", CACHED_SESSIONS);
        this.tokens = tokens;
        this.listener = listener;
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins a session.
    public Begun begin(String userId, Stay stay, Device device) {
        var now = clock.instant();
        var id = ids.next("ses");
        store.insert(new SessionStore.Row(
                id,
                userId,
                stay == Stay.REMEMBERED,
                cut(device.userAgent()),
                device.ip(),
                now,
                now,
                stay.endAfter(now)));
        return new Begun(id, tokens.issue(userId, id), stay);
    }

    private static @Nullable String cut(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }

    /// Uses a session, which makes it last anew. Costs no query for those that were used lately.
    ///
    /// @throws MediaNestException `UNAUTHORIZED` with details `SESSION_INVALID` when it ended, never was, or
    ///     is somebody else's; `TOKEN_EXPIRED` when it was not used for too long
    public void use(String id, String userId) {
        var session = find(id).filter(found -> found.userId.equals(userId)).orElseThrow(Sessions::ended);
        var now = clock.instant();
        if (!now.isBefore(session.expiresAt())) {
            throw SessionTokens.expired();
        }
        session.use(now);
        used.put(id, session);
    }

    /// When a session ends if it is not used meanwhile.
    public Optional<Instant> endOf(String id) {
        return find(id).map(Session::expiresAt);
    }

    private Optional<Session> find(String id) {
        return copies.get(id, key -> store.find(key).map(Session::new).orElse(null));
    }

    /// Ends a session at once.
    public void end(String id) {
        store.delete(id);
        copies.invalidate(id);
        listener.sessionEnded(id);
    }

    /// Ends all sessions of a person at once.
    public void endAllOf(String userId) {
        var all = store.idsOf(userId);
        store.deleteOf(userId);
        forget(all);
    }

    /// Ends sessions whose rows are gone already.
    void forget(Collection<String> endedIds) {
        for (var id : endedIds) {
            copies.invalidate(id);
            listener.sessionEnded(id);
        }
    }

    /// Writes what was used since the last time, and forgets sessions that are long over.
    public void flush() {
        // Taken out before their times are read: a use in between puts a session back in, and is never lost.
        var taken = used.keySet().stream()
                .map(used::remove)
                .filter(Objects::nonNull)
                .toList();
        try {
            store.refresh(taken.stream().map(Session::lastUse).toList());
        } catch (RuntimeException e) {
            taken.forEach(session -> used.putIfAbsent(session.id, session));
            throw e;
        }
        store.deleteExpiredBefore(clock.instant().minus(REMEMBERED_AFTER_EXPIRY));
    }

    /// Writes what is still unwritten.
    @Override
    public void close() {
        flush();
    }

    private static MediaNestException ended() {
        return new MediaNestException(ErrorCode.UNAUTHORIZED, "This session has ended: sign in again", SESSION_INVALID);
    }

    /// How long a session lasts without use.
    public enum Stay {
        SHORT(Duration.ofHours(24)),
        REMEMBERED(Duration.ofDays(90));

        private final Duration idle;

        Stay(Duration idle) {
            this.idle = idle;
        }

        public Duration idle() {
            return idle;
        }

        Instant endAfter(Instant use) {
            return use.plus(idle);
        }
    }

    /// From where somebody signs in.
    public record Device(@Nullable String userAgent, String ip) {}

    /// A new session.
    ///
    /// @param token the JWT that speaks for it
    public record Begun(String id, String token, Stay stay) {}

    /// A session in memory.
    private static final class Session {
        private final String id;
        private final String userId;
        private final Stay stay;
        private final Instant createdAt;
        private volatile Instant lastUsedAt;

        Session(SessionStore.Row row) {
            this.id = row.id();
            this.userId = row.userId();
            this.stay = row.rememberMe() ? Stay.REMEMBERED : Stay.SHORT;
            this.createdAt = row.createdAt();
            this.lastUsedAt = row.lastUsedAt();
        }

        void use(Instant now) {
            lastUsedAt = now;
        }

        Instant expiresAt() {
            return expiresAt(lastUsedAt);
        }

        SessionStore.Use lastUse() {
            var at = lastUsedAt;
            return new SessionStore.Use(id, at, expiresAt(at));
        }

        private Instant expiresAt(Instant use) {
            var idleUntil = stay.endAfter(use);
            var tokenUntil = createdAt.plus(SessionTokens.LIFETIME);
            return idleUntil.isBefore(tokenUntil) ? idleUntil : tokenUntil;
        }
    }
}
