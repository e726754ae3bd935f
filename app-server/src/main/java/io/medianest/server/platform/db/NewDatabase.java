package io.medianest.server.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the file of an embedded database with all its tables. It is made under a name of its own and gets the right
/// one when it is whole: whoever is killed meanwhile begins anew next time, rather than with half of the tables.
final class NewDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(NewDatabase.class);
    private static final String NAME = DatabaseFile.STEM + "-new";

    private NewDatabase() {}

    /// @param file where it is to be; there is none yet
    static void make(Path file) {
        try {
            var directory = Files.createDirectories(file.toAbsolutePath().getParent());
            var unfinished = directory.resolve(NAME + DatabaseFile.SUFFIX);
            Files.deleteIfExists(unfinished);
            migrate(directory.resolve(NAME));
            // Without replacing anything: who else made one meanwhile may have written to it.
            Files.move(unfinished, file);
            force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the database %s cannot be made".formatted(file), e);
        }
    }

    /// Or a power cut could give the file its first name back. Not all systems can do that with a directory.
    private static void force(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synchronised: {}", directory, e.toString());
        }
    }

    private static void migrate(Path name) {
        // None of its hundreds of small steps need be on the disk before the last one is: closing sees to that.
        var connections = new JdbcDataSource();
        connections.setURL("jdbc:h2:file:" + name + EmbeddedH2.LIKE_POSTGRESQL + ";MAX_COMPACT_TIME=0");
        connections.setUser(EmbeddedH2.USER);
        migrate(connections);
    }

    private static void migrate(DataSource connections) {
        // With a connection open from first to last, or the database would be closed after each of Flyway's.
        try (var ignored = connections.getConnection()) {
            Flyway.configure().dataSource(connections).load().migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("a new database cannot be made: " + e.getMessage(), e);
        }
    }
}
