package io.medianest.server.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// SQL of notifications.
@RegisterConstructorMapper(NotificationStore.Row.class)
public interface NotificationStore {
    /// @return 0 when the person has been told already
    @SqlUpdate("""
            INSERT INTO notification (id, user_id, news_key, type, subject, detail, action_url, created_at)
            VALUES (:id, :userId, :newsKey, :type, :subject, :detail, :actionUrl, :createdAt)
            ON CONFLICT DO NOTHING""")
    int insert(@BindMethods Row row);

    @SqlQuery("""
            SELECT * FROM notification WHERE user_id = :userId
            ORDER BY created_at DESC, id DESC LIMIT :limit""")
    List<Row> newest(String userId, int limit);

    @SqlQuery("""
            SELECT * FROM notification WHERE user_id = :userId AND read_at IS NULL
            ORDER BY created_at DESC, id DESC LIMIT :limit""")
    List<Row> newestUnread(String userId, int limit);

    @SqlQuery("SELECT COUNT(*) FROM notification WHERE user_id = :userId AND read_at IS NULL")
    long countUnread(String userId);

    @SqlQuery("SELECT * FROM notification WHERE id = :id AND user_id = :userId")
    Optional<Row> find(String id, String userId);

    @SqlUpdate("UPDATE notification SET read_at = :now WHERE id = :id AND user_id = :userId AND read_at IS NULL")
    void read(String id, String userId, Instant now);

    @SqlUpdate("UPDATE notification SET read_at = :now WHERE user_id = :userId AND read_at IS NULL")
    void readAll(String userId, Instant now);

    /// Forgets all of a person's but the newest.
    @SqlUpdate("""
            DELETE FROM notification WHERE id IN (
                SELECT id FROM notification WHERE user_id = :userId
                ORDER BY created_at DESC, id DESC OFFSET :kept ROWS)""")
    void trim(String userId, int kept);

    @SqlUpdate("DELETE FROM notification WHERE created_at < :before")
    int prune(Instant before);

    /// A notification as it is stored.
    record Row(
            String id,
            String userId,
            String newsKey,
            String type,
            String subject,
            @Nullable String detail,
            @Nullable String actionUrl,
            Instant createdAt,
            @Nullable Instant readAt) {}
}
