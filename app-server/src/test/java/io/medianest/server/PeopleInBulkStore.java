package io.medianest.server;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// Many people with one request each.
public interface PeopleInBulkStore {
    @SqlUpdate("""
            INSERT INTO app_user (id, username, role, status, preferences, created_at, updated_at)
            WITH RECURSIVE people (n) AS (SELECT :from UNION ALL SELECT n + 1 FROM people WHERE n < :to)
            SELECT 'usr_' || n, 'Person ' || n, 'user', 'active', '{}', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
            FROM people""")
    void addPeople(int from, int to);

    @SqlUpdate("""
            INSERT INTO media_request (id, user_id, media_type, tmdb_id, title, status, stage, quality,
                created_at, updated_at, version)
            WITH RECURSIVE people (n) AS (SELECT :from UNION ALL SELECT n + 1 FROM people WHERE n < :to)
            SELECT 'req_' || n, 'usr_' || n, 'movie', CAST(n AS VARCHAR), 'Title ' || n, 'pending', 'queued',
                '1080p', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1
            FROM people""")
    void addRequests(int from, int to);
}
