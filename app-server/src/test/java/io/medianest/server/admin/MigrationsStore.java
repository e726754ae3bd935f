package io.medianest.server.admin;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// Makes a database look older than it is.
interface MigrationsStore {
    @SqlUpdate("""
            DELETE FROM "flyway_schema_history" WHERE "installed_rank" =
                (SELECT MAX("installed_rank") FROM "flyway_schema_history")""")
    void forgetTheLatest();
}
