package io.medianest.server.platform.db;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// SQL of what an installation remembers about itself.
interface InstallationStore {
    @SqlQuery("SELECT content FROM installation WHERE name = :name")
    Optional<String> find(String name);

    @SqlUpdate("INSERT INTO installation (name, content) VALUES (:name, :content) ON CONFLICT DO NOTHING")
    void insertIfAbsent(String name, String content);

    @SqlUpdate("UPDATE installation SET content = :content WHERE name = :name")
    int update(String name, String content);
}
