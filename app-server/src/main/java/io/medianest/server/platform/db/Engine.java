package io.medianest.server.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What differs between the kinds of databases. Nothing outside this package knows which one it works on.
sealed interface Engine permits EmbeddedH2, PostgreSql {
    /// Makes the database, with all its tables, where there is none and nobody else is to make it.
    ///
    /// @return whether it did
    boolean makes(DatabaseAddress address);

    /// Connections, by that kind's own classes: looking for drivers by their names would load all of them.
    DataSource connections(DatabaseAddress address);

    /// Tells the pool which failures mean that a connection is of no use any more; null for what the pool knows itself.
    @Nullable String verdicts();

    /// Whether other servers may work on it at the same time.
    boolean isShared();

    /// Copies all that is in it at one moment into a zip file with one file of the embedded database.
    void backUp(Connection connection, Path zip) throws SQLException;
}
