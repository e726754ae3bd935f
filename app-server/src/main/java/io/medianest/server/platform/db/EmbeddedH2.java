package io.medianest.server.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// The database inside the process: a file that one server has to itself.
final class EmbeddedH2 implements Engine {
    static final String PREFIX = "jdbc:h2:";

    private static final String LIKE_POSTGRESQL = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    @Override
    public DataSource connections(DatabaseAddress address) {
        var connections = new JdbcDataSource();
        connections.setURL(address.url() + LIKE_POSTGRESQL);
        connections.setUser(address.user().isEmpty() ? "sa" : address.user());
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
