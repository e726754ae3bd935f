package io.medianest.server.download;

import io.medianest.model.download.Download;
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
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The downloads: what people see of them, and how they change.
@RegisterRowMapper(DownloadMapper.class)
interface DownloadStore {
    String COLUMNS = """
            SELECT d.*, (SELECT u.username FROM app_user u WHERE u.id = d.user_id) AS username
            FROM download d\s""";

    @SqlQuery("SELECT COALESCE(MAX(place), 0) FROM download WHERE user_id = :userId")
    long lastPlace(String userId);

    /// Each to its place.
    @SqlBatch("""
            INSERT INTO download (id, user_id, kind, url, video_id, playlist_id, item_position, title, uploader,
                duration, thumbnail, quality, format, wanted_items, again, status, place, attempts, progress, note,
                items_total, items_completed, items_running, items_waiting, items_failed, items_cancelled,
                wish_key, open_key, correlation_id, created_at, updated_at, version)
            VALUES (:id, :userId, :kind, :url, :videoId, :playlistId, :itemPosition, :title, :uploader,
                :duration, :thumbnail, :quality, :format, :wantedItems, :again, :status, :place, 0, 0,
                :note, 0, 0, 0, 0, 0, 0, :wishKey, :openKey, :correlationId, :createdAt, :createdAt, 1)""")
    void insert(@BindMethods List<DownloadRow> rows, List<Long> place);

    @SqlUpdate("""
            UPDATE download SET status = :status, note = :note, error = :error, attempts = :attempts,
                next_attempt_at = :nextAttemptAt, open_key = CASE WHEN :open THEN wish_key ELSE NULL END,
                started_at = COALESCE(:startedAt, started_at), completed_at = :completedAt, updated_at = :now,
                version = version + 1
            WHERE id IN (<ids>)""")
    void step(@BindList("ids") Collection<String> ids, @BindMethods StepRow step);

    @SqlUpdate("UPDATE download SET home = :home WHERE id = :id")
    void settle(String id, String home);

    @SqlQuery("SELECT home FROM download WHERE id = :id AND home IS NOT NULL")
    Optional<String> homeOf(String id);

    @SqlQuery("SELECT DISTINCT home FROM download WHERE home IS NOT NULL")
    List<String> homes();

    /// Whether anything was ever loaded into a folder.
    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM download
                WHERE home = :home AND (output_path IS NOT NULL OR downloaded_bytes > 0))""")
    boolean hasKnown(String home);

    @SqlUpdate("UPDATE download SET process = :process WHERE id = :id")
    void process(String id, String process);

    /// Processes of servers that do not live any more.
    @SqlQuery("""
            SELECT url, process FROM download
            WHERE process IS NOT NULL
              AND (node IS NULL OR (node <> :node AND node NOT IN (SELECT living.id FROM node living)))""")
    @RegisterConstructorMapper(LeftBehind.Stray.class)
    List<LeftBehind.Stray> strays(String node);

    @SqlUpdate("""
            UPDATE download SET title = COALESCE(:title, title), uploader = COALESCE(:uploader, uploader),
                duration = COALESCE(:duration, duration), thumbnail = COALESCE(:thumbnail, thumbnail),
                version = version + 1
            WHERE id = :id""")
    void describe(@BindMethods Description description);

    @SqlUpdate("""
            UPDATE download SET progress = :percent, downloaded_bytes = :bytes,
                file_size = COALESCE(:total, file_size)
            WHERE id = :id AND status = 'downloading'""")
    void progress(String id, double percent, long bytes, @Nullable Long total);

    @SqlUpdate("UPDATE download SET progress = 0, downloaded_bytes = NULL, home = NULL WHERE id IN (<ids>)")
    void fromTheBeginning(@BindList("ids") Collection<String> ids);

    @SqlUpdate("DELETE FROM download WHERE id = :id")
    void delete(String id);

    /// Where its picture is.
    @SqlQuery("SELECT thumbnail FROM download WHERE id = :id AND thumbnail IS NOT NULL")
    Optional<String> picture(String id);

    @SqlQuery(COLUMNS + "WHERE d.id = :id")
    Optional<Download> find(String id);

    @SqlQuery(COLUMNS + "WHERE d.id IN (<ids>) ORDER BY d.item_position, d.id")
    List<Download> findAll(@BindList("ids") Collection<String> ids);

    @SqlQuery(COLUMNS + "WHERE d.id = :id FOR UPDATE")
    Optional<Download> lock(String id);

    @SqlQuery("SELECT playlist_id FROM download WHERE id = :id AND playlist_id IS NOT NULL")
    Optional<String> playlistOf(String id);

    @SqlQuery(COLUMNS + "WHERE d.playlist_id = :playlistId ORDER BY d.item_position, d.id FOR UPDATE")
    List<Download> lockItems(String playlistId);

    @SqlQuery(COLUMNS + "WHERE d.open_key = :openKey")
    Optional<Download> findByOpenKey(String openKey);

    /// What is on its way and the same as a download, or as one of a playlist's videos.
    @SqlQuery(COLUMNS + """
            WHERE d.open_key IN (SELECT mine.wish_key FROM download mine WHERE mine.id = :id OR mine.playlist_id = :id)
              AND d.id <> :id AND (d.playlist_id IS NULL OR d.playlist_id <> :id)
            ORDER BY d.created_at LIMIT 1""")
    Optional<Download> inTheWayOf(String id);

    @SqlQuery("SELECT open_key FROM download WHERE open_key IN (<keys>)")
    List<String> openAmong(@BindList("keys") Collection<String> keys);

    /// By the id of the download.
    @SqlQuery("SELECT id, wish_key FROM download WHERE id IN (<ids>)")
    @KeyColumn("id")
    @ValueColumn("wish_key")
    Map<String, String> wishKeys(@BindList("ids") Collection<String> ids);

    @SqlUpdate("UPDATE download SET note = :note, version = version + 1 WHERE id = :id")
    void note(String id, @Nullable String note);

    @SqlQuery("SELECT again, wanted_items, beside FROM download WHERE id = :id")
    @RegisterConstructorMapper(Particulars.class)
    Optional<Particulars> particulars(String id);

    /// Of a download and, if it is a playlist, of its videos.
    @SqlQuery("SELECT id FROM download WHERE id = :id OR playlist_id = :id")
    List<String> idsOf(String id);

    /// What of a person's has not ended, each playlist as one.
    @SqlQuery("""
            SELECT id FROM download
            WHERE user_id = :userId AND playlist_id IS NULL
              AND status IN ('pending', 'queued', 'downloading', 'paused')
            ORDER BY id""")
    List<String> openOf(String userId);

    @SqlQuery(COLUMNS + """
            WHERE d.video_id IN (<videoIds>) AND d.format = :format AND d.status = 'completed' AND d.kind = 'video'
              AND d.output_path IS NOT NULL
            ORDER BY d.completed_at DESC""")
    List<Download> completed(@BindList("videoIds") Collection<String> videoIds, String format);

    @SqlQuery(COLUMNS + "<where> ORDER BY <order> LIMIT :limit OFFSET :offset")
    List<Download> page(
            @Define("where") String where,
            @BindMap Map<String, Object> values,
            @Define("order") String order,
            int limit,
            long offset);

    @SqlQuery("SELECT COUNT(*) FROM download d <where>")
    long count(@Define("where") String where, @BindMap Map<String, Object> values);

    @SqlQuery("""
            SELECT COUNT(*) FILTER (WHERE d.status IN ('pending', 'queued', 'downloading', 'paused')) AS active,
                COUNT(*) FILTER (WHERE d.created_at >= :since) AS recent
            FROM download d <where>""")
    @RegisterConstructorMapper(DownloadFigures.Totals.class)
    DownloadFigures.Totals totals(@Define("where") String where, @BindMap Map<String, Object> values, Instant since);

    String FAILED = "WHERE d.kind = 'video' AND d.status = 'failed'";

    @SqlQuery("SELECT COUNT(*) FROM download d " + FAILED)
    long failedCount();

    @SqlQuery("SELECT d.id FROM download d " + FAILED + " ORDER BY d.completed_at, d.id")
    List<String> failedIds();

    @SqlQuery(
            "SELECT d.completed_at FROM download d " + FAILED + " ORDER BY d.completed_at DESC, d.id DESC LIMIT :most")
    List<Instant> failedTimes(int most);

    @SqlQuery("""
            SELECT d.id, d.url, COALESCE(d.title, d.url) AS about, d.attempts,
                d.error AS last_error, d.correlation_id, d.created_at, d.completed_at AS failed_at
            FROM download d\s""" + FAILED + " ORDER BY d.completed_at DESC, d.id DESC LIMIT :limit OFFSET :offset")
    @RegisterConstructorMapper(FailedDownloads.Failure.class)
    List<FailedDownloads.Failure> failed(int limit, long offset);

    @SqlQuery("SELECT status, COUNT(*) AS downloads FROM download WHERE kind = 'video' GROUP BY status")
    @KeyColumn("status")
    @ValueColumn("downloads")
    Map<String, Long> countsByStatus();

    @SqlQuery("""
            SELECT MIN(COALESCE(next_attempt_at, created_at)) FROM download
            WHERE status = 'queued' AND kind = 'video' AND (next_attempt_at IS NULL OR next_attempt_at <= :now)""")
    @Nullable Instant waitingSince(Instant now);

    @SqlQuery("""
            SELECT user_id, COUNT(*) AS completed FROM download
            WHERE user_id IN (<userIds>) AND kind = 'video' AND status = 'completed' GROUP BY user_id""")
    @KeyColumn("user_id")
    @ValueColumn("completed")
    Map<String, Long> completedBy(@BindList("userIds") Collection<String> userIds);

    @SqlQuery("""
            SELECT COUNT(*) AS total,
                COUNT(*) FILTER (WHERE status = 'completed') AS completed,
                COUNT(*) FILTER (WHERE status = 'downloading') AS running,
                COUNT(*) FILTER (WHERE status = 'queued') AS queued,
                COUNT(*) FILTER (WHERE status = 'paused') AS paused,
                COUNT(*) FILTER (WHERE status = 'pending') AS pending,
                COUNT(*) FILTER (WHERE status = 'failed') AS failed,
                COUNT(*) FILTER (WHERE status IN ('cancelled', 'denied')) AS cancelled,
                COALESCE(SUM(CASE WHEN status = 'completed' THEN 100 WHEN status IN ('cancelled', 'denied') THEN 0
                    ELSE progress END), 0) AS progress_sum
            FROM download WHERE playlist_id = :playlistId""")
    @RegisterConstructorMapper(PlaylistTally.class)
    PlaylistTally tally(String playlistId);

    @SqlUpdate("""
            UPDATE download SET progress = :progress, items_total = :total, items_completed = :completed,
                items_running = :running, items_waiting = :waiting, items_failed = :failed,
                items_cancelled = :cancelled
            WHERE id = :playlistId""")
    void writeTally(String playlistId, @BindMethods PlaylistTally tally);

    @SqlQuery("""
            SELECT id FROM download
            WHERE title IS NULL AND status IN ('queued', 'pending') AND created_at <= :before
            ORDER BY created_at, id""")
    List<String> untitled(Instant before);

    @SqlQuery("""
            SELECT id, playlist_id, place FROM download
            WHERE user_id = :userId AND status IN ('pending', 'queued', 'paused')
              AND (kind = 'video' OR items_total = 0)
            ORDER BY place, created_at, id""")
    @RegisterConstructorMapper(DownloadOrder.Waiting.class)
    List<DownloadOrder.Waiting> waitingOf(String userId);

    @SqlBatch("UPDATE download SET place = :place WHERE id = :id")
    void place(List<String> id, List<Long> place);

    /// What a step writes. Public because Jdbi reads it from outside.
    record StepRow(
            String status,
            @Nullable String note,
            @Nullable String error,
            int attempts,
            @Nullable Instant nextAttemptAt,
            boolean open,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            Instant now) {}

    /// What has been learned of a video; null where nothing.
    record Description(
            String id,
            @Nullable String title,
            @Nullable String uploader,
            @Nullable Long duration,
            @Nullable String thumbnail) {}

    /// What people do not see of a download.
    record Particulars(
            boolean again,
            @Nullable String wantedItems,
            @Nullable String beside) {}
}
