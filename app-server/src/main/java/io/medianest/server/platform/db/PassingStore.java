package io.medianest.server.platform.db;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// SQL of what is kept for minutes.
interface PassingStore {
    @SqlUpdate("INSERT INTO passing (kind, name, content, expires_at) VALUES (:kind, :name, :content, :until)")
    void insert(String kind, String name, String content, Instant until);

    @SqlQuery("SELECT content FROM passing WHERE kind = :kind AND name = :name AND expires_at > :now")
    Optional<String> find(String kind, String name, Instant now);

    @SqlUpdate("DELETE FROM passing WHERE kind = :kind AND name = :name")
    int delete(String kind, String name);

    @SqlUpdate("DELETE FROM passing WHERE expires_at <= :now")
    void prune(Instant now);
}
