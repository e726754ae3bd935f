package io.medianest.server.download;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// Whose turn it is.
interface ClaimStore {
    /// The next video: of the active person who has the fewest running, and among those of whoever was served
    /// longest ago; of each person in the order of their own queue. None whose video is being worked on
    /// already.
    ///
    /// @param latest what is to be tried again still later was written down before the clock was set back
    @SqlQuery("""
            SELECT d.id FROM download d
            LEFT JOIN (SELECT user_id, COUNT(*) AS running FROM download
                WHERE running_key IS NOT NULL GROUP BY user_id) busy ON busy.user_id = d.user_id
            LEFT JOIN download_turn turn ON turn.user_id = d.user_id
            WHERE d.status = 'queued' AND d.kind = 'video' AND d.running_key IS NULL
              AND (d.next_attempt_at IS NULL OR d.next_attempt_at <= :now OR d.next_attempt_at > :latest)
              AND NOT EXISTS (SELECT 1 FROM download other WHERE other.running_key = d.video_id)
              AND EXISTS (SELECT 1 FROM app_user u WHERE u.id = d.user_id AND u.status = 'ACTIVE')
            ORDER BY COALESCE(busy.running, 0), COALESCE(turn.served, 0), d.place, d.created_at, d.id
            LIMIT 1""")
    Optional<String> next(Instant now, Instant latest);

    @SqlUpdate("UPDATE download SET running_key = video_id, node = :node WHERE id = :id")
    void take(String id, String node);

    /// Of what somebody asked that led to this download.
    @SqlQuery("SELECT correlation_id FROM download WHERE id = :id")
    String correlationOf(String id);

    @SqlUpdate("UPDATE download SET running_key = NULL, node = NULL, process = NULL WHERE id = :id")
    void release(String id);

    /// Of one server.
    @SqlQuery("SELECT COUNT(*) FROM download WHERE running_key IS NOT NULL AND node = :node")
    int running(String node);

    @SqlQuery("SELECT COUNT(*) FROM download WHERE status = 'queued' AND kind = 'video'")
    int waiting();

    /// By this server, or by one that does not live any more.
    @SqlQuery("""
            SELECT id FROM download
            WHERE (running_key IS NOT NULL OR (status = 'downloading' AND kind = 'video'))
              AND (node IS NULL OR node = :node OR node NOT IN (SELECT living.id FROM node living))""")
    List<String> claimed(String node);

    /// Those of the given that go on another time, or somewhere else.
    @SqlQuery("""
            SELECT id FROM download
            WHERE id IN (<ids>) AND (status = 'paused' OR (status = 'downloading' AND node <> :node))""")
    List<String> putAside(@BindList("ids") Collection<String> ids, String node);

    /// Those of the given that nobody wants any more.
    @SqlQuery("SELECT id FROM download WHERE id IN (<ids>) AND status IN ('cancelled', 'denied')")
    List<String> givenUp(@BindList("ids") Collection<String> ids);

    @SqlUpdate("UPDATE download SET running_key = NULL, node = NULL, process = NULL WHERE id IN (<ids>)")
    void releaseAll(@BindList("ids") Collection<String> ids);

    @SqlQuery("""
            SELECT MIN(next_attempt_at) FROM download
            WHERE status = 'queued' AND kind = 'video' AND next_attempt_at > :now""")
    Optional<Instant> nextDue(Instant now);

    @SqlUpdate("""
            UPDATE download_turn SET served = (SELECT MAX(latest.served) + 1 FROM download_turn latest)
            WHERE user_id = :userId""")
    int serve(String userId);

    @SqlUpdate("""
            INSERT INTO download_turn (user_id, served)
            SELECT :userId, COALESCE(MAX(latest.served), 0) + 1 FROM download_turn latest""")
    void serveFirst(String userId);
}
