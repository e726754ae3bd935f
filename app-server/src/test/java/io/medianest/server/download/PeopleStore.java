package io.medianest.server.download;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// Puts people into the household of a test.
interface PeopleStore {
    @SqlUpdate("""
            INSERT INTO app_user (id, username, role, status, preferences, created_at, updated_at)
            VALUES (:id, :id, 'USER', 'ACTIVE', '{}', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00Z',
                TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00Z')""")
    void add(String id);

    @SqlUpdate("UPDATE app_user SET status = :status WHERE id = :id")
    void setStatus(String id, String status);
}
