package io.medianest.server.platform.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Tells the pool which errors of H2 mean that a connection is of no use any more. Made by the pool, by its name.
public final class ClosedDatabase implements SQLExceptionOverride {
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return Outage.isFileLost(failure)
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
