package io.medianest.server.platform.db;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;

/// The database inside the process: a file that one server has to itself.
final class EmbeddedH2 implements Engine {
    static final String PREFIX = "jdbc:h2:";
    private static final String DURABLE = PREFIX + DurableFile.SCHEME + ":";
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    static final String USER = "sa";
    static final String LIKE_POSTGRESQL = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /// The address of the database in a directory.
    ///
    /// @throws IllegalArgumentException when no database can be opened there
    static String url(Path directory) {
        if (directory.toString().contains(";")) {
            throw new IllegalArgumentException(
                    "The path of the data directory must not have a ';' in it: " + directory);
        }
        // Written at each commit: what was answered with 201 must survive the plug being pulled.
        // Closed by us alone: H2's own shutdown hook would close it under those who still write at the end.
        return DURABLE + directory.resolve(DatabaseFile.STEM).toAbsolutePath() + SETTINGS;
    }

    @Override
    public boolean makes(DatabaseAddress address) {
        if (!address.url().startsWith(DURABLE)) {
            return false;
        }
        var name = address.url().substring(DURABLE.length());
        var file = Path.of(name.replaceFirst(";.*", "") + DatabaseFile.SUFFIX);
        // What cannot be looked at, or is a link to a disk that is away, is there: opening it says what is wrong.
        if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        NewDatabase.make(file);
        return true;
    }

    @Override
    public DataSource connections(DatabaseAddress address) {
        FilePath.register(new DurableFile());
        var connections = new JdbcDataSource();
        connections.setURL(address.url() + LIKE_POSTGRESQL);
        connections.setUser(address.user().isEmpty() ? USER : address.user());
        connections.setPassword(address.password().reveal());
        return connections;
    }

    /// A database that was closed under us opens again with the next connection: none of the old ones is of use.
    @Override
    public String verdicts() {
        return ClosedDatabase.class.getName();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void backUp(Connection connection, Path zip) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BACKUP TO '%s'".formatted(zip.toString().replace("'", "''")));
        }
    }
}
