package io.medianest.server.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// SQL of sessions.
@RegisterConstructorMapper(SessionStore.Row.class)
@RegisterConstructorMapper(SessionStore.Active.class)
public interface SessionStore {
    @SqlQuery("SELECT * FROM session WHERE id = :id")
    Optional<Row> find(String id);

    @SqlQuery("""
            SELECT session.*, app_user.username FROM session JOIN app_user ON app_user.id = session.user_id
            WHERE session.user_id = :userId AND session.expires_at > :now
            ORDER BY session.last_used_at DESC, session.id""")
    List<Active> activeOf(String userId, Instant now);

    @SqlQuery("""
            SELECT session.*, app_user.username FROM session JOIN app_user ON app_user.id = session.user_id
            WHERE session.expires_at > :now
            ORDER BY session.last_used_at DESC, session.id""")
    List<Active> active(Instant now);

    @SqlQuery("SELECT id FROM session WHERE user_id = :userId")
    List<String> idsOf(String userId);

    @SqlUpdate("""
            INSERT INTO session (id, user_id, remember_me, user_agent, ip, created_at, last_used_at, expires_at)
            VALUES (:id, :userId, :rememberMe, :userAgent, :ip, :createdAt, :lastUsedAt, :expiresAt)""")
    void insert(@BindMethods Row row);

    @SqlBatch("""
            UPDATE session SET last_used_at = :lastUsedAt, expires_at = :expiresAt
            WHERE id = :id AND last_used_at < :lastUsedAt""")
    void refresh(@BindMethods Collection<Use> uses);

    @SqlUpdate("DELETE FROM session WHERE id = :id")
    void delete(String id);

    @SqlUpdate("DELETE FROM session WHERE user_id = :userId")
    void deleteOf(String userId);

    @SqlUpdate("DELETE FROM session WHERE expires_at < :time")
    int deleteExpiredBefore(Instant time);

    /// A session as it is stored.
    ///
    /// @param expiresAt when it ends if it is not used meanwhile
    record Row(
            String id,
            String userId,
            boolean rememberMe,
            @Nullable String userAgent,
            String ip,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}

    /// A session that has not ended, with whose it is.
    record Active(
            String id,
            String userId,
            String username,
            @Nullable String userAgent,
            String ip,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}

    /// When a session was last used.
    record Use(String id, Instant lastUsedAt, Instant expiresAt) {}
}
