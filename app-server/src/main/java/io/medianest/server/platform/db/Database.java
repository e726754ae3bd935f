package io.medianest.server.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medianest.server.platform.link.Link;
import io.medianest.server.platform.link.NoLink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database and its transactions. Thread-safe.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int POOL_SIZE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration VALIDATION = Duration.ofSeconds(2);
    private static final String UNIQUE_VIOLATION = "23505";

    private final HikariDataSource pool;
    private final Engine engine;
    private final Jdbi jdbi;
    private final Reach reach;
    private Link link;

    private Database(HikariDataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
        this.link = new NoLink(!engine.isShared());
        this.reach = new Reach(pool, engine.isShared());
        this.jdbi = Jdbi.create(reach::connection)
                .setSqlLogger(reach)
                .installPlugin(new SqlObjectPlugin())
                .registerArgument(new InstantArgumentFactory())
                .registerArgument(new TextArgumentFactory())
                .registerColumnMapper(Instant.class, (rows, column, context) -> {
                    var time = rows.getObject(column, OffsetDateTime.class);
                    return time == null ? null : time.toInstant();
                });
    }

    /// Opens the embedded database in a directory and brings its schema up to date.
    public static Database inDirectory(Path directory) {
        return open(DatabaseAddress.inDirectory(directory));
    }

    /// Opens a database and brings its schema up to date.
    public static Database open(DatabaseAddress address) {
        var engine = address.engine();
        boolean isNew = engine.makes(address);
        var config = new HikariConfig();
        config.setDataSource(engine.connections(address));
        config.setPoolName("medianest-db");
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setExceptionOverrideClassName(engine.verdicts());
        var pool = new HikariDataSource(config);
        try {
            if (!isNew) {
                Flyway.configure().dataSource(pool).load().migrate();
            }
            return new Database(pool, engine);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /// A store each of whose calls is a transaction of its own.
    public <S> S store(Class<S> type) {
        return jdbi.onDemand(type);
    }

    /// Runs `work` in one transaction: all of it, or nothing when it throws. What is to follow the commit is
    /// run when the connection is back in the pool: it may take time, or need a connection itself.
    public <T> T inside(Function<Tx, T> work) {
        var done = tried(work);
        done.tx().committed();
        return done.result();
    }

    private <T> Done<T> tried(Function<Tx, T> work) {
        try {
            return jdbi.withHandle(handle -> {
                var tx = new Tx(handle);
                return new Done<>(tx, handle.inTransaction(ignored -> work.apply(tx)));
            });
        } catch (JdbiException e) {
            reach.noticed(e);
            throw e;
        }
    }

    private record Done<T>(Tx tx, T result) {}

    /// Runs several queries on one connection, without a transaction around them.
    public <T> T reading(Function<Tx, T> work) {
        return jdbi.withHandle(handle -> work.apply(new Tx(handle)));
    }

    /// As [#inside(Function)], for work that brings nothing back.
    public void run(Consumer<Tx> work) {
        inside(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /// Fills this empty database with all that another has.
    void fillFrom(Connection source) throws SQLException {
        try (var connection = pool.getConnection()) {
            var contents = DatabaseCopy.copied(source, connection);
            LOG.debug("{} tables copied", contents.size());
        }
    }

    /// Runs `work` on a connection that is as it was made.
    <T> T connected(Work<T> work) {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not do what it is asked: " + e.getMessage(), e);
        }
    }

    /// What is done with JDBC itself.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Whether a failure means that a row with the same key exists already.
    public static boolean isDuplicate(RuntimeException failure) {
        return failure instanceof UnableToExecuteStatementException
                && failure.getCause() instanceof SQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /// Whether a failure means that the database is out of reach, so that it is worth while to try again later.
    public static boolean isOutage(Throwable failure) {
        return Outage.is(failure);
    }

    /// Whether the database answers just now, and takes what is written where that was in doubt.
    public boolean isReachable() {
        return reach.isReachable();
    }

    /// Has somebody told when the database turns out not to be there any more.
    public void whenLost(Runnable listener) {
        reach.whenLost(listener);
    }

    /// The connections at this moment.
    public PoolState connections() {
        var state = pool.getHikariPoolMXBean();
        return new PoolState(
                state.getActiveConnections(), state.getIdleConnections(), state.getThreadsAwaitingConnection());
    }

    /// @param waiting threads that would like to have one
    public record PoolState(int active, int idle, int waiting) {}

    /// Product and version, for example `H2 2.4.240`.
    public String product() {
        try (var connection = pool.getConnection()) {
            var about = connection.getMetaData();
            return "%s %s".formatted(about.getDatabaseProductName(), about.getDatabaseProductVersion());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }

    /// How many migrations it has been through.
    public int schemaVersion() {
        try (var connection = pool.getConnection()) {
            return DatabaseFile.schemaVersion(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not know its schema", e);
        }
    }

    /// How the servers that work on this database tell each other what they changed. Before anything is read only.
    public void linkBy(Link others) {
        link = others;
    }

    /// See [#linkBy].
    public Link link() {
        return link;
    }

    /// Copies of rows in memory, which are good as long as nobody here or elsewhere says otherwise.
    ///
    /// @param table what they are copies of
    /// @param most as many are kept
    public <T> RowCopies<T> copies(String table, long most) {
        return new RowCopies<>(table, most, link);
    }

    /// Grows with each change of a table that its writers tell it of, here or elsewhere.
    public Revision revision(String table) {
        return new Revision(table, link);
    }

    /// Whether other servers may work on the same database.
    public boolean isShared() {
        return engine.isShared();
    }

    /// Copies the database as it is at one moment into a zip file, while it is used. What is in the zip is a database
    /// for a directory, whatever kind this one is.
    public void backUp(Path zip) {
        try (var connection = pool.getConnection()) {
            engine.backUp(connection, zip);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be copied", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return "Database[%s, %s]".formatted(pool.getPoolName().toLowerCase(Locale.ROOT), ZoneOffset.UTC);
    }
}
