package io.medianest.server.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Whether the database is there, as those find who need it. Once it was not, it is in doubt until something was
/// written again: that a connection can be had says little where the disk is full. While it is away one caller a second
/// finds out whether it still is, and all others are told at once: they would queue up behind each other. Thread-safe.
final class Reach implements SqlLogger {
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final int VALID_SECONDS = 2;

    private final HikariDataSource pool;
    private final boolean elsewhere;
    private final AtomicBoolean inDoubt = new AtomicBoolean();
    private final AtomicLong nextTrial = new AtomicLong(System.nanoTime());
    private volatile @Nullable Long failedAt;
    private volatile Runnable listener = () -> {};

    /// @param elsewhere whether the database is in another process
    Reach(HikariDataSource pool, boolean elsewhere) {
        this.pool = pool;
        this.elsewhere = elsewhere;
    }

    void whenLost(Runnable told) {
        listener = told;
    }

    Connection connection() throws SQLException {
        var failed = failedAt;
        if (failed != null && System.nanoTime() - failed < AWAY.toNanos()) {
            throw new SQLTransientConnectionException("the database was not there a moment ago");
        }
        try {
            var connection = pool.getConnection();
            failedAt = null;
            return connection;
        } catch (SQLException e) {
            // Without a cause: all connections of a database that is well are taken.
            if (elsewhere || e.getCause() != null) {
                failedAt = System.nanoTime();
                doubt();
            }
            throw e;
        }
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        if (Outage.isOne(failure)) {
            lost();
        }
    }

    /// Why no connection could be had was judged when it was asked for.
    void noticed(JdbiException failure) {
        if (!(failure instanceof ConnectionException) && Outage.is(failure)) {
            lost();
        }
    }

    /// With one connection all others are gone, too: nobody need find that out for each of them.
    private void lost() {
        pool.getHikariPoolMXBean().softEvictConnections();
        doubt();
    }

    private void doubt() {
        if (inDoubt.compareAndSet(false, true)) {
            listener.run();
        }
    }

    boolean isReachable() {
        if (!inDoubt.get()) {
            return can(connection -> connection.isValid(VALID_SECONDS));
        }
        long now = System.nanoTime();
        long next = nextTrial.get();
        if (now - next < 0 || !nextTrial.compareAndSet(next, now + AWAY.toNanos())) {
            return false;
        }
        if (can(Reach::write)) {
            inDoubt.set(false);
            return true;
        }
        return false;
    }

    private boolean can(Trial trial) {
        try (var connection = connection()) {
            return trial.on(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO installation (name, content) VALUES ('outage-ended', '') ON CONFLICT DO NOTHING");
            return statement.executeUpdate("UPDATE installation SET content = CAST(CURRENT_TIMESTAMP AS VARCHAR(64))"
                            + " WHERE name = 'outage-ended'")
                    > 0;
        }
    }

    @FunctionalInterface
    private interface Trial {
        boolean on(Connection connection) throws SQLException;
    }
}
