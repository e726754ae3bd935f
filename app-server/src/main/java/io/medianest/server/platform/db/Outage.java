package io.medianest.server.platform.db;

import java.sql.SQLException;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// Tells failures that mean that the database is out of reach from all others.
final class Outage {
    /// Of H2: the object is closed, the connection broken, the database closed, its file unreadable or gone.
    private static final Set<Integer> CODES = Set.of(90007, 90067, 90098, 90121, 90031, 90028);

    /// What H2 says where its disk is full or gone, or somebody was interrupted while its file was read or written.
    private static final Set<Integer> FILE_CODES =
            Set.of(DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED);

    private static final int GENERAL = 50000;
    /// No connection, no room, shut down, its disk fails.
    private static final Set<String> STATES = Set.of("08", "53", "57", "58");
    /// What concerns one query alone: it was called off, or wanted more memory or more of something else than one may.
    private static final Set<String> OF_ONE_QUERY = Set.of("57014", "53200", "53400");

    private static final int DEEPEST = 10;

    private Outage() {}

    static boolean is(Throwable failure) {
        if (!(failure instanceof JdbiException)) {
            return false;
        }
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof ConnectionException || (cause instanceof SQLException sql && isOne(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static boolean isOne(SQLException failure) {
        var state = failure.getSQLState();
        boolean told = state != null
                && state.length() == 5
                && STATES.contains(state.substring(0, 2))
                && !OF_ONE_QUERY.contains(state);
        return told || isFileLost(failure);
    }

    /// Whether the embedded database has closed itself, or is about to.
    static boolean isFileLost(SQLException failure) {
        if (failure.getErrorCode() == GENERAL) {
            return failure.getCause() instanceof MVStoreException file && FILE_CODES.contains(file.getErrorCode());
        }
        return CODES.contains(failure.getErrorCode());
    }
}
