package io.medianest.server.platform.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that is in one database, brought into an empty one of the same schema, of whatever kind both are. Whole or not
/// at all: after a failure the target is as empty as it was.
public final class DatabaseCopy {
    /// What belongs to a database itself, or to the servers that run on it at the moment.
    private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "node", "lease");

    private final Connection from;
    private final Connection to;

    private DatabaseCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /// What a table holds, in whatever order.
    ///
    /// @param checksum the same for the same rows in all databases
    public record Content(long rows, String checksum) {}

    /// Copies everything, and compares what has arrived with what was sent.
    ///
    /// @return what each table holds, by its name
    /// @throws NotEmptyException when the target holds anything
    /// @throws IllegalStateException when something has arrived otherwise than it was sent
    public static Map<String, Content> between(Database from, Database to) {
        return from.connected(source -> to.connected(target -> copied(source, target)));
    }

    static Map<String, Content> copied(Connection source, Connection target) throws SQLException {
        source.setAutoCommit(false);
        source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        target.setAutoCommit(false);
        try {
            var contents = new DatabaseCopy(source, target).copy();
            target.commit();
            return contents;
        } finally {
            target.rollback();
            source.rollback();
        }
    }

    /// What is in a database at one moment, by table.
    public static Map<String, Content> contents(Database database) {
        return database.connected(connection -> {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var contents = new LinkedHashMap<String, Content>();
            for (var table : tables(connection)) {
                contents.put(table, new TableRows(connection, table).content());
            }
            connection.rollback();
            return contents;
        });
    }

    /// The target holds something already.
    public static final class NotEmptyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotEmptyException(String table) {
            super("there is something in its table %s".formatted(table));
        }
    }

    private Map<String, Content> copy() throws SQLException {
        var tables = parentsFirst();
        for (var table : tables) {
            if (!new TableRows(to, table).isEmpty()) {
                throw new NotEmptyException(table);
            }
        }
        var contents = new LinkedHashMap<String, Content>();
        for (var table : tables) {
            var source = new TableRows(from, table);
            var sent = source.copyTo(to);
            var arrived = new TableRows(to, table).content();
            if (!sent.equals(arrived)) {
                throw new IllegalStateException("%s has not arrived as it was: %d rows of %d, checksum %s instead of %s"
                        .formatted(table, arrived.rows(), sent.rows(), arrived.checksum(), sent.checksum()));
            }
            contents.put(table, sent);
        }
        return contents;
    }

    /// In an order in which no row comes before one that it refers to.
    private List<String> parentsFirst() throws SQLException {
        var ordered = new LinkedHashSet<String>();
        for (var table : tables(from)) {
            add(table, ordered);
        }
        return List.copyOf(ordered);
    }

    private void add(String table, Set<String> ordered) throws SQLException {
        for (var parent : parents(table)) {
            if (!parent.equals(table) && !ordered.contains(parent)) {
                add(parent, ordered);
            }
        }
        ordered.add(table);
    }

    private Set<String> parents(String table) throws SQLException {
        var parents = new LinkedHashSet<String>();
        try (var keys = from.getMetaData().getImportedKeys(null, from.getSchema(), table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        return parents;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        var tables = new ArrayList<String>();
        try (var rows = about.getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                var name = rows.getString("TABLE_NAME");
                if (!LEFT_OUT.contains(name)) {
                    tables.add(name);
                }
            }
        }
        return tables.stream().sorted().toList();
    }
}
