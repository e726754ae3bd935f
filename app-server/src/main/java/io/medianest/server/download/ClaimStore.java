package io.medianest.server.download;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// Whose turn it is.
interface ClaimStore {
    /// The active people who wait for a video.
    @SqlQuery("""
            SELECT d.user_id, COALESCE(MAX(turn.served), 0) AS served, MIN(d.created_at) AS since
            FROM download d
            JOIN app_user u ON u.id = d.user_id AND u.status = 'ACTIVE'
            LEFT JOIN download_turn turn ON turn.user_id = d.user_id
            WHERE d.status = 'queued' AND d.kind = 'video'
            GROUP BY d.user_id""")
    @RegisterConstructorMapper(Waiting.class)
    List<Waiting> people();

    /// How many of each person's are worked on. By comparison, lest all that there ever were are looked through.
    @SqlQuery("SELECT user_id, COUNT(*) AS running FROM download WHERE running_key > '' GROUP BY user_id")
    @KeyColumn("user_id")
    @ValueColumn("running")
    Map<String, Integer> busy();

    /// The next video of a person, in the order of their queue. None that is being worked on already.
    ///
    /// @param latest what is to be tried again still later was written down before the clock was set back
    @SqlQuery("""
            SELECT d.id FROM download d
            WHERE d.status = 'queued' AND d.user_id = :userId AND d.kind = 'video' AND d.running_key IS NULL
              AND (d.next_attempt_at IS NULL OR d.next_attempt_at <= :now OR d.next_attempt_at > :latest)
              AND NOT EXISTS (SELECT 1 FROM download other WHERE other.running_key = d.video_id)
            ORDER BY d.place, d.created_at, d.id
            LIMIT 1""")
    Optional<String> next(String userId, Instant now, Instant latest);

    @SqlUpdate("UPDATE download SET running_key = video_id, node = :node WHERE id = :id")
    void take(String id, String node);

    /// Of what somebody asked that led to this download.
    @SqlQuery("SELECT correlation_id FROM download WHERE id = :id")
    String correlationOf(String id);

    @SqlUpdate("UPDATE download SET running_key = NULL, node = NULL, process = NULL WHERE id = :id")
    void release(String id);

    /// Of one server.
    @SqlQuery("SELECT COUNT(*) FROM download WHERE running_key > '' AND node = :node")
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

    /// Somebody who waits. Public because Jdbi makes it.
    ///
    /// @param served grows with each turn that somebody gets; 0 for who never had one
    /// @param since when the first that waits was asked for
    record Waiting(String userId, long served, Instant since) {}
}
