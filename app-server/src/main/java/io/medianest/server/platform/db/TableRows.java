package io.medianest.server.platform.db;

import io.medianest.server.platform.db.DatabaseCopy.Content;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of one table. Names come from the database itself.
final class TableRows {
    private static final int AT_ONCE = 500;

    private final Connection connection;
    private final String table;
    private final List<Column> columns;

    TableRows(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.columns = columns();
    }

    private record Column(String name, Kind kind, boolean counts) {}

    /// How a value travels, so that it is the same in all databases.
    private enum Kind {
        TEXT,
        TIME,
        TRUTH,
        NUMBER;

        static Kind of(String type) {
            var name = type.toLowerCase(Locale.ROOT);
            if (name.startsWith("timestamp")) {
                return TIME;
            }
            if (name.startsWith("bool")) {
                return TRUTH;
            }
            return name.contains("char") || name.equals("text") ? TEXT : NUMBER;
        }

        @Nullable Object read(ResultSet row, int position) throws SQLException {
            return switch (this) {
                case TEXT -> row.getString(position);
                case TIME -> row.getObject(position, OffsetDateTime.class);
                case TRUTH -> row.getObject(position, Boolean.class);
                case NUMBER -> row.getObject(position);
            };
        }
    }

    private List<Column> columns() throws SQLException {
        var found = new ArrayList<Column>();
        try (var rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (rows.next()) {
                found.add(new Column(
                        rows.getString("COLUMN_NAME"),
                        Kind.of(rows.getString("TYPE_NAME")),
                        rows.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
        return List.copyOf(found);
    }

    boolean isEmpty() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM %s LIMIT 1".formatted(quoted(table)))) {
            return !rows.next();
        }
    }

    Content content() throws SQLException {
        var sum = new Sum();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery(selection())) {
                while (rows.next()) {
                    sum.add(values(rows));
                }
            }
        }
        return sum.content();
    }

    /// @return what was sent
    Content copyTo(Connection target) throws SQLException {
        var sum = new Sum();
        try (var statement = connection.createStatement();
                var insert = target.prepareStatement(insertion())) {
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery(selection())) {
                while (rows.next()) {
                    var values = values(rows);
                    sum.add(values);
                    bind(insert, values);
                    insert.addBatch();
                    if (sum.rows % AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        countOn(target);
        return sum.content();
    }

    private static void bind(PreparedStatement insert, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }

    /// New rows must not get the numbers of those that were copied.
    private void countOn(Connection target) throws SQLException {
        for (var column : columns) {
            if (column.counts) {
                try (var statement = target.createStatement();
                        var last = statement.executeQuery(
                                "SELECT COALESCE(MAX(%s), 0) FROM %s".formatted(quoted(column.name), quoted(table)))) {
                    last.next();
                    statement.execute("ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d"
                            .formatted(quoted(table), quoted(column.name), last.getLong(1) + 1));
                }
            }
        }
    }

    private List<@Nullable Object> values(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).kind.read(row, i + 1));
        }
        return values;
    }

    /// Rows that refer to others of the same table come after those.
    private String selection() throws SQLException {
        var own = new ArrayList<String>();
        try (var keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (keys.next()) {
                if (keys.getString("PKTABLE_NAME").equals(table)) {
                    own.add(quoted(keys.getString("FKCOLUMN_NAME")) + " NULLS FIRST");
                }
            }
        }
        var order = own.isEmpty() ? "" : " ORDER BY " + String.join(", ", own);
        return "SELECT %s FROM %s%s".formatted(names(), quoted(table), order);
    }

    private String insertion() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(quoted(table), names(), String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    private String names() {
        return columns.stream().map(column -> quoted(column.name)).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A checksum that knows no order: databases sort differently.
    private static final class Sum {
        private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

        private final MessageDigest digest = digest();
        private BigInteger sum = BigInteger.ZERO;
        private long rows;

        void add(List<@Nullable Object> values) {
            for (var value : values) {
                var text = written(value);
                digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
            }
            sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
            rows++;
        }

        Content content() {
            return new Content(rows, "%064x".formatted(sum));
        }

        private static String written(@Nullable Object value) {
            return switch (value) {
                case null -> "-";
                case OffsetDateTime time -> "@" + time.toInstant();
                case Double number -> "#" + number;
                case Number number -> "#" + number.longValue();
                default -> "=" + value;
            };
        }

        private static MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        }
    }
}
