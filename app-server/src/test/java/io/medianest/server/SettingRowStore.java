package io.medianest.server;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// Settings as an earlier run of the program has left them.
interface SettingRowStore {
    @SqlUpdate("INSERT INTO setting (name, content, changed_at, changed_by) VALUES (:name, :content, now(), 'usr_1')")
    void insert(String name, String content);
}
