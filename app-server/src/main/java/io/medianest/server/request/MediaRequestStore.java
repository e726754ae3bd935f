package io.medianest.server.request;

import io.medianest.model.account.UserStatistics;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.StatusChange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The requests and their history.
@RegisterRowMapper(MediaRequestMapper.class)
@RegisterRowMapper(StatusChangeMapper.class)
interface MediaRequestStore {
    String COLUMNS = """
            SELECT r.*, (SELECT u.username FROM app_user u WHERE u.id = r.user_id) AS username
            FROM media_request r\s""";

    @SqlUpdate("""
            INSERT INTO media_request (id, user_id, media_type, tmdb_id, title, release_year, poster, status, stage,
                quality, comment, seasons, reason, open_key, created_at, updated_at, version, waiting_for)
            VALUES (:id, :userId, :mediaType, :tmdbId, :title, :releaseYear, :poster, :status, :stage,
                :quality, :comment, :seasons, :reason, :openKey, :createdAt, :updatedAt, :version, :waitingFor)""")
    void insert(@BindMethods RequestRow row);

    @SqlUpdate("""
            UPDATE media_request SET status = :status, stage = :stage, overseerr_id = :overseerrId,
                progress = :progress, reason = :reason, open_key = :openKey, updated_at = :updatedAt,
                version = :version, waiting_for = :waitingFor
            WHERE id = :id""")
    void update(@BindMethods RequestRow row);

    @SqlUpdate("""
            INSERT INTO media_request_change (request_id, status, stage, changed_at, actor, comment)
            VALUES (:requestId, :status, :stage, :at, :actor, :comment)""")
    void addChange(String requestId, String status, String stage, Instant at, String actor, @Nullable String comment);

    @SqlQuery(COLUMNS + "WHERE r.id = :id")
    Optional<MediaRequest> find(String id);

    @SqlQuery(COLUMNS + "WHERE r.id = :id FOR UPDATE")
    Optional<MediaRequest> lock(String id);

    @SqlQuery(COLUMNS + "WHERE r.open_key = :openKey")
    Optional<MediaRequest> findByOpenKey(String openKey);

    @SqlQuery(COLUMNS + "WHERE r.overseerr_id = :overseerrId ORDER BY r.created_at DESC LIMIT 1")
    Optional<MediaRequest> findByOverseerrId(String overseerrId);

    /// Lets those that are fulfilled stand in nobody's way any more.
    @SqlUpdate("UPDATE media_request SET open_key = NULL WHERE status = 'available' AND open_key IN (<keys>)")
    void release(@BindList("keys") Collection<String> keys);

    @SqlQuery(COLUMNS + """
            WHERE r.status IN ('pending', 'approved') AND r.stage <> 'failed'
            ORDER BY r.created_at LIMIT :limit""")
    List<MediaRequest> open(int limit);

    /// Those that the backend knows. One that failed there may be tried again there, unless the title was asked for
    /// again here.
    @SqlQuery(COLUMNS + """
            WHERE r.status IN ('pending', 'approved') AND r.overseerr_id IS NOT NULL
              AND (r.stage <> 'failed' OR NOT EXISTS (
                SELECT 1 FROM media_request other
                WHERE other.open_key = r.media_type || ':' || r.tmdb_id))
            ORDER BY r.updated_at LIMIT :limit""")
    List<MediaRequest> followed(int limit);

    @SqlQuery(COLUMNS + """
            WHERE r.status IN ('pending', 'approved') AND r.stage IN ('queued', 'processing')
              AND r.overseerr_id IS NULL
            ORDER BY r.created_at LIMIT :limit""")
    List<MediaRequest> notHandedOver(int limit);

    @SqlQuery("SELECT open_key, id FROM media_request WHERE open_key IN (<keys>)")
    @KeyColumn("open_key")
    @ValueColumn("id")
    Map<String, String> idsByOpenKey(@BindList("keys") Collection<String> keys);

    @SqlQuery("""
            SELECT status, stage, changed_at, actor, comment FROM media_request_change
            WHERE request_id = :requestId ORDER BY id""")
    List<StatusChange> history(String requestId);

    @SqlQuery("SELECT status, COUNT(*) AS requests FROM media_request GROUP BY status")
    @KeyColumn("status")
    @ValueColumn("requests")
    Map<String, Long> countsByStatus();

    @SqlQuery("""
            SELECT user_id, COUNT(*) AS totalRequests,
                COUNT(*) FILTER (WHERE status IN ('approved', 'available')) AS approvedRequests,
                CAST(0 AS BIGINT) AS downloadsCount
            FROM media_request WHERE user_id IN (<userIds>) GROUP BY user_id""")
    @KeyColumn("user_id")
    @RegisterConstructorMapper(UserStatistics.class)
    Map<String, UserStatistics> statistics(@BindList("userIds") Collection<String> userIds);
}
