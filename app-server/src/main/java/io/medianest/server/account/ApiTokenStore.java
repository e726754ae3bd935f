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

/// SQL of API tokens.
@RegisterConstructorMapper(ApiTokenStore.Row.class)
@RegisterConstructorMapper(ApiTokenStore.Owned.class)
public interface ApiTokenStore {
    @SqlQuery("SELECT * FROM api_token WHERE hash = :hash")
    Optional<Row> findByHash(String hash);

    @SqlQuery("SELECT * FROM api_token WHERE id = :id")
    Optional<Row> find(String id);

    @SqlQuery("""
            SELECT api_token.*, app_user.username FROM api_token JOIN app_user ON app_user.id = api_token.user_id
            WHERE api_token.id = :id""")
    Optional<Owned> owned(String id);

    @SqlQuery("""
            SELECT api_token.*, app_user.username FROM api_token JOIN app_user ON app_user.id = api_token.user_id
            ORDER BY api_token.created_at DESC, api_token.id DESC""")
    List<Owned> all();

    @SqlQuery("""
            SELECT api_token.*, app_user.username FROM api_token JOIN app_user ON app_user.id = api_token.user_id
            WHERE api_token.user_id = :userId
            ORDER BY api_token.created_at DESC, api_token.id DESC""")
    List<Owned> allOf(String userId);

    @SqlUpdate("""
            INSERT INTO api_token (id, user_id, name, hash, created_at, expires_at, last_used_at)
            VALUES (:id, :userId, :name, :hash, :createdAt, :expiresAt, :lastUsedAt)""")
    void insert(@BindMethods Row row);

    @SqlBatch("""
            UPDATE api_token SET last_used_at = :lastUsedAt
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :lastUsedAt)""")
    void refresh(@BindMethods Collection<Use> uses);

    @SqlUpdate("DELETE FROM api_token WHERE id = :id")
    boolean delete(String id);

    /// A token as it is stored.
    ///
    /// @param hash of the token, which itself is not kept
    record Row(
            String id,
            String userId,
            String name,
            String hash,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /// A token with whose it is, as it may be shown.
    record Owned(
            String id,
            String userId,
            String username,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /// When a token was last used.
    record Use(String id, Instant lastUsedAt) {}
}
