package io.medianest.server.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// SQL of targets and of what is sent there.
@RegisterConstructorMapper(OutgoingStore.TargetRow.class)
@RegisterConstructorMapper(OutgoingStore.DeliveryRow.class)
public interface OutgoingStore {
    @SqlUpdate("""
            INSERT INTO outgoing_target (id, name, kind, address, secret, username, sender, recipients, events,
                language, enabled, created_at)
            VALUES (:id, :name, :kind, :address, :secret, :username, :sender, :recipients, :events,
                :language, :enabled, :createdAt)""")
    void insert(@BindMethods TargetRow row);

    @SqlUpdate("""
            UPDATE outgoing_target SET name = :name, kind = :kind, address = :address, secret = :secret,
                username = :username, sender = :sender, recipients = :recipients, events = :events,
                language = :language, enabled = :enabled
            WHERE id = :id""")
    void update(@BindMethods TargetRow row);

    @SqlUpdate("DELETE FROM outgoing_target WHERE id = :id")
    int delete(String id);

    @SqlQuery("SELECT * FROM outgoing_target ORDER BY name, id")
    List<TargetRow> targets();

    @SqlQuery("SELECT COUNT(*) FROM outgoing_target")
    int count();

    @SqlQuery("SELECT * FROM outgoing_target WHERE id = :id FOR UPDATE")
    Optional<TargetRow> lock(String id);

    @SqlQuery("SELECT * FROM outgoing_target WHERE id = :id")
    Optional<TargetRow> find(String id);

    @SqlUpdate("UPDATE outgoing_target SET last_sent_at = :now, last_error = NULL WHERE id = :id")
    void sent(String id, Instant now);

    @SqlUpdate("UPDATE outgoing_target SET last_failed_at = :now, last_error = :error WHERE id = :id")
    void failed(String id, Instant now, String error);

    /// @return 0 when the target is to be told already
    @SqlUpdate("""
            INSERT INTO outgoing_delivery (id, target_id, news_key, type, subject, detail, action_url, created_at)
            VALUES (:id, :targetId, :newsKey, :type, :subject, :detail, :actionUrl, :createdAt)
            ON CONFLICT DO NOTHING""")
    int insert(@BindMethods DeliveryRow row);

    @SqlQuery("SELECT * FROM outgoing_delivery WHERE id = :id")
    Optional<DeliveryRow> delivery(String id);

    @SqlUpdate("UPDATE outgoing_delivery SET sent_at = :now WHERE id = :id")
    void delivered(String id, Instant now);

    @SqlUpdate("DELETE FROM outgoing_delivery WHERE created_at < :before")
    int prune(Instant before);

    /// A target as it is stored: address and secret sealed.
    record TargetRow(
            String id,
            String name,
            String kind,
            String address,
            @Nullable String secret,
            @Nullable String username,
            @Nullable String sender,
            @Nullable String recipients,
            String events,
            String language,
            boolean enabled,
            Instant createdAt,
            @Nullable Instant lastSentAt,
            @Nullable Instant lastFailedAt,
            @Nullable String lastError) {}

    /// What one target is or was to be told.
    record DeliveryRow(
            String id,
            String targetId,
            String newsKey,
            String type,
            String subject,
            @Nullable String detail,
            @Nullable String actionUrl,
            Instant createdAt,
            @Nullable Instant sentAt) {}
}
