package io.medianest.server.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// PostgreSQL, which several servers may share.
final class PostgreSql implements Engine {
    static final String PREFIX = "jdbc:postgresql:";

    /// In seconds. What takes longer is no query of ours but a server that is gone without a word.
    private static final int CONNECT = 3;

    private static final int ANSWER = 30;

    /// Nobody waits longer for a row that somebody else changes; the embedded database does not either.
    private static final String WAITING = "-c lock_timeout=5s";

    /// @throws IllegalArgumentException with the rest of a sentence that says what is wanted
    static void check(DatabaseAddress address) {
        try {
            new PGSimpleDataSource().setUrl(address.url());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an address such as jdbc:postgresql://db.example:5432/medianest", e);
        }
    }

    @Override
    public boolean makes(DatabaseAddress address) {
        return false;
    }

    @Override
    public DataSource connections(DatabaseAddress address) {
        var connections = new PGSimpleDataSource();
        connections.setUrl(address.url());
        if (!address.user().isEmpty()) {
            connections.setUser(address.user());
        }
        if (!address.password().reveal().isEmpty()) {
            connections.setPassword(address.password().reveal());
        }
        if (!address.url().contains("connectTimeout=")) {
            connections.setConnectTimeout(CONNECT);
        }
        if (!address.url().contains("socketTimeout=")) {
            connections.setSocketTimeout(ANSWER);
        }
        if (!address.url().contains("options=")) {
            connections.setOptions(WAITING);
        }
        connections.setTcpKeepAlive(true);
        connections.setApplicationName("medianest");
        return connections;
    }

    @Override
    public @Nullable String verdicts() {
        return null;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /// As a database of the other kind: whoever has the backup needs nothing else to read it, or to go on with it.
    @Override
    public void backUp(Connection connection, Path zip) throws SQLException {
        var directory = zip.resolveSibling(zip.getFileName() + ".copy");
        try {
            Files.createDirectories(directory);
            try (var copy = Database.inDirectory(directory)) {
                copy.fillFrom(connection);
                copy.backUp(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DatabaseFile.delete(directory);
        }
    }
}
