package io.medianest.server.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/// The database and its transactions. Thread-safe.
public final class Database implements AutoCloseable {
    private static final int POOL_SIZE = 16;
    private static final String UNIQUE_VIOLATION = "23505";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool)
                .installPlugin(new SqlObjectPlugin())
                .registerArgument(new InstantArgumentFactory())
                .registerColumnMapper(Instant.class, (rows, column, context) -> {
                    var time = rows.getObject(column, OffsetDateTime.class);
                    return time == null ? null : time.toInstant();
                });
    }

    /// Opens the H2 database in a directory and brings its schema up to date.
    public static Database inDirectory(Path directory) {
        // Written to disk at each commit: what was answered with 201 must survive the plug being pulled.
        // Closed by us alone: H2's own shutdown hook would close it under those who still write at the end.
        return open("jdbc:h2:file:" + directory.resolve("medianest").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    /// Opens a fresh database in memory, for tests.
    ///
    /// @param name databases of the same name are one
    public static Database inMemory(String name) {
        return open("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static Database open(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        config.setUsername("sa");
        config.setPassword("");
        config.setPoolName("medianest-db");
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        // A database that was closed under us opens again with the next connection: none of the old ones is of use.
        config.setExceptionOverrideClassName(ClosedDatabase.class.getName());
        var pool = new HikariDataSource(config);
        try {
            Flyway.configure().dataSource(pool).load().migrate();
            return new Database(pool);
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
        var done = jdbi.withHandle(handle -> {
            var tx = new Tx(handle);
            return new Done<>(tx, handle.inTransaction(ignored -> work.apply(tx)));
        });
        done.tx().committed();
        return done.result();
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

    /// Whether a failure means that a row with the same key exists already.
    public static boolean isDuplicate(RuntimeException failure) {
        return failure instanceof UnableToExecuteStatementException
                && failure.getCause() instanceof SQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /// Whether the database answers just now.
    public boolean isReachable() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /// The connections at this moment.
    public PoolState connections() {
        var state = pool.getHikariPoolMXBean();
        return new PoolState(
                state.getActiveConnections(), state.getIdleConnections(), state.getThreadsAwaitingConnection());
    }

    /// @param waiting threads that would like to have one
    public record PoolState(int active, int idle, int waiting) {}

    /// Product and version, for example `H2 2.5.252`.
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

    /// Copies the database as it is at one moment into a zip file, while it is used.
    public void backUp(Path zip) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("BACKUP TO '%s'".formatted(zip.toString().replace("'", "''")));
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
