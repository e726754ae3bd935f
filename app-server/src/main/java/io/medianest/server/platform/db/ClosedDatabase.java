package io.medianest.server.platform.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/// Tells the pool which errors of H2 mean that a connection is of no use any more. Made by the pool, by its name.
public final class ClosedDatabase implements SQLExceptionOverride {
    /// The object is closed, the connection broken, the database closed, the file corrupted or gone.
    private static final Set<Integer> USELESS = Set.of(90007, 90067, 90098, 90121, 90031, 90028);

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return USELESS.contains(failure.getErrorCode())
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
