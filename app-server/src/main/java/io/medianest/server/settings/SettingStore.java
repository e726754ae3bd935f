package io.medianest.server.settings;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// SQL of what people have set in the program.
interface SettingStore {
    @SqlQuery("SELECT name, content FROM setting")
    @RegisterConstructorMapper(Row.class)
    List<Row> all();

    @SqlUpdate("DELETE FROM setting WHERE name = :name")
    void delete(String name);

    @SqlUpdate("""
            INSERT INTO setting (name, content, changed_at, changed_by)
            VALUES (:name, :content, :changedAt, :changedBy)""")
    void insert(String name, String content, Instant changedAt, String changedBy);

    /// @param content encrypted if the setting is a secret
    record Row(String name, String content) {}
}
