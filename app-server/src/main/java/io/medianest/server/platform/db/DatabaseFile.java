package io.medianest.server.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file that holds a database nobody uses at the moment.
public final class DatabaseFile {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    /// What H2 calls a database in its directory.
    static final String STEM = "medianest";

    /// What it ends the names of their files with.
    static final String SUFFIX = ".mv.db";

    /// What it is called in its directory.
    public static final String NAME = STEM + SUFFIX;

    private static final String SCHEMA = "SELECT MAX(\"installed_rank\") FROM \"flyway_schema_history\"";

    private DatabaseFile() {}

    /// Reads the database in a directory without changing it.
    ///
    /// @return how many migrations it has been through
    /// @throws IllegalStateException when it is damaged or something else
    public static int schemaVersion(Path directory) {
        var url = "jdbc:h2:file:" + directory.resolve(STEM).toAbsolutePath()
                + ";ACCESS_MODE_DATA=r;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            return schemaVersion(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database in %s cannot be read".formatted(directory), e);
        }
    }

    /// Removes a directory that holds nothing but a database.
    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", directory, e.toString());
        }
    }

    static int schemaVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SCHEMA)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
