package io.medianest.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.DatabaseCopy;
import io.medianest.server.testing.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From one kind of database to the other and back.
class MigrationTest {
    private static final int PEOPLE = 1_200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final PostgresServer postgres = PostgresServer.ofTests();

    @Test
    @DisplayName("what was embedded is the same on PostgreSQL, and the same again when it is brought back")
    void thereAndBack() {
        var before = household(directory.resolve("first"));
        var elsewhere = schema("there_and_back");

        var said = migrate(directory.resolve("first").toString(), elsewhere);
        migrate(elsewhere, directory.resolve("second").toString());

        assertThat(said).contains("app_user", "are there, and are the same");
        assertThat(requireNonNull(before.get("app_user")).rows()).isEqualTo(PEOPLE);
        assertThat(contents(directory.resolve("second"))).isEqualTo(before);
        try (var database = Database.open(postgres.address("there_and_back"))) {
            assertThat(DatabaseCopy.contents(database)).isEqualTo(before);
            // New rows get numbers of their own.
            database.store(SampleStore.class).addChange("req_1", "new");
            assertThat(database.store(SampleStore.class).changesOf("req_1")).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("a target that holds anything is refused and stays as it is")
    void notEmpty() {
        household(directory.resolve("first"));
        var before = household(directory.resolve("second"));

        assertThatThrownBy(() -> migrate(
                        directory.resolve("first").toString(),
                        directory.resolve("second").toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("Nothing was changed");

        assertThat(contents(directory.resolve("second"))).isEqualTo(before);
    }

    @Test
    @DisplayName("after a failure in the middle the target is empty, and the same command brings everything over")
    void repeatable() {
        var before = household(directory.resolve("first"));
        var elsewhere = schema("repeatable");
        try (var database = Database.open(postgres.address("repeatable"))) {
            assertThat(DatabaseCopy.contents(database).values()).allMatch(content -> content.rows() == 0);
        }
        postgres.execute("ALTER TABLE repeatable.media_request ADD CONSTRAINT trouble CHECK (id <> 'req_700')");

        assertThatThrownBy(() -> migrate(directory.resolve("first").toString(), elsewhere))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Nothing was brought over")
                .hasMessageContaining("trouble");
        try (var database = Database.open(postgres.address("repeatable"))) {
            assertThat(DatabaseCopy.contents(database).values()).allMatch(content -> content.rows() == 0);
        }
        postgres.execute("ALTER TABLE repeatable.media_request DROP CONSTRAINT trouble");
        migrate(directory.resolve("first").toString(), elsewhere);

        try (var database = Database.open(postgres.address("repeatable"))) {
            assertThat(DatabaseCopy.contents(database)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("a wrong place is named, with what to write instead")
    void wrongPlaces() {
        assertThatThrownBy(() -> migrate(directory.resolve("nothing").toString(), schema("wrong_places")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("There is no database in");
        assertThatThrownBy(() -> migrate("jdbc:oracle:thin", "jdbc:h2:mem:x"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("jdbc:oracle:thin is no place for data")
                .hasMessageContaining("jdbc:postgresql://");
        assertThatThrownBy(() -> Migration.run(Map.of(), List.of("--from=here"), System.out))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--to");
    }

    private String schema(String name) {
        postgres.execute("CREATE SCHEMA " + name);
        return postgres.url(name);
    }

    private static String migrate(String from, String to) {
        var said = new ByteArrayOutputStream();
        Migration.run(
                Map.of(), List.of("--from=" + from, "--to=" + to), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, DatabaseCopy.Content> household(Path directory) {
        directory.toFile().mkdirs();
        try (var database = Database.inDirectory(directory)) {
            var people = database.store(PeopleInBulkStore.class);
            people.addPeople(1, PEOPLE);
            people.addRequests(1, PEOPLE);
            var sample = database.store(SampleStore.class);
            sample.addChange("req_1", "Grüße — \"quoted\"\n€ \uD83C\uDFAC");
            sample.addDownload("dl_b", null);
            sample.addDownload("dl_a", "dl_b");
            return DatabaseCopy.contents(database);
        }
    }

    private static Map<String, DatabaseCopy.Content> contents(Path directory) {
        try (var database = Database.inDirectory(directory)) {
            return DatabaseCopy.contents(database);
        }
    }
}
