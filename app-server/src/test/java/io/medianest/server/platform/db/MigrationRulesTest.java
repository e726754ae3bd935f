package io.medianest.server.platform.db;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// While servers are brought to a new version one after the other, the old ones work on its tables: migrations only
/// add.
class MigrationRulesTest {
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    /// A table or column that goes or is called otherwise; one that the old version would have to fill.
    private static final Pattern BREAKING = Pattern.compile(
            "drop (table|column)|rename|set not null|add constraint|add column (?!.* default ).*not null|truncate");

    @Test
    @DisplayName("no migration takes away, renames or demands what the version before does not know")
    void onlyAdd() throws IOException, URISyntaxException {
        var breaking = new TreeMap<String, String>();
        int statements = 0;
        var first = requireNonNull(getClass().getResource("/db/migration/V1__account.sql"));
        try (var files = Files.list(Path.of(first.toURI()).resolveSibling(""))) {
            for (var file : files.toList()) {
                for (var statement : statements(Files.readString(file)).toList()) {
                    statements++;
                    if (isBreaking(statement)) {
                        breaking.put(file.getFileName() + ": " + statement, "");
                    }
                }
            }
        }
        assertThat(breaking.keySet()).isEmpty();
        assertThat(statements).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE download",
                "ALTER TABLE download DROP COLUMN process",
                "ALTER TABLE download RENAME COLUMN process TO pid",
                "ALTER TABLE download ALTER COLUMN process SET NOT NULL",
                "ALTER TABLE download ADD COLUMN\n  weight INT NOT NULL",
                "ALTER TABLE download ADD CONSTRAINT light CHECK (weight < 3)"
            })
    @DisplayName("what would break the version before is found")
    void found(String statement) {
        assertThat(statements(statement)).allMatch(MigrationRulesTest::isBreaking);
    }

    private static boolean isBreaking(String statement) {
        return BREAKING.matcher(statement).find();
    }

    private static Stream<String> statements(String sql) {
        return Stream.of(COMMENT.matcher(sql).replaceAll("").split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty());
    }
}
