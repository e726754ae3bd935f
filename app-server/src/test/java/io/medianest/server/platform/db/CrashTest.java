package io.medianest.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a database file holds when its process is killed at any moment: the copy of a file that is in use is what a
/// killed process leaves behind.
class CrashTest {
    private static final int COMMITS = 150;
    /// From then on there is room in the middle of the file, which the embedded database fills in an order of its own.
    private static final int SETTLED = 50;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("what was committed is in the file, wherever in it the database found room")
    void everyCommit() throws Exception {
        try (var database = Database.inDirectory(directory)) {
            assertThat(database.<List<Integer>>connected(this::lostCommits))
                    .as("commits that are not in the file once they are made")
                    .isEmpty();
        }
    }

    private List<Integer> lostCommits(Connection connection) throws SQLException {
        var lost = new ArrayList<Integer>();
        var sizes = new Random(1);
        try (var statement = connection.createStatement()) {
            // Room that became free is used at once, as it is after the 45 seconds that it usually waits.
            statement.execute("SET RETENTION_TIME 0");
            statement.execute("CREATE TABLE wish (id INT PRIMARY KEY, words VARCHAR(50000), number INT)");
        }
        for (int number = 0; number < COMMITS; number++) {
            write(connection, sizes, number);
            if (number >= SETTLED && newest(copy()) != number) {
                lost.add(number);
            }
        }
        return lost;
    }

    private static void write(Connection connection, Random sizes, int number) throws SQLException {
        var words = new StringBuilder();
        sizes.ints(sizes.nextInt(10) == 0 ? 40_000 : sizes.nextInt(3_000), 'a', 'z' + 1)
                .forEach(words::appendCodePoint);
        try (var update = connection.prepareStatement("MERGE INTO wish VALUES (?, ?, ?)")) {
            update.setInt(1, sizes.nextInt(40));
            update.setString(2, words.toString());
            update.setInt(3, number);
            update.executeUpdate();
        }
    }

    private Path copy() {
        try {
            var killed = Files.createDirectories(directory.resolve("killed"));
            Files.copy(
                    directory.resolve(DatabaseFile.NAME),
                    killed.resolve(DatabaseFile.NAME),
                    StandardCopyOption.REPLACE_EXISTING);
            return killed;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int newest(Path killed) throws SQLException {
        var url = "jdbc:h2:file:" + killed.resolve("medianest") + ";ACCESS_MODE_DATA=r;DATABASE_TO_LOWER=TRUE";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT MAX(number) FROM wish")) {
            return row.next() ? row.getInt(1) : -1;
        }
    }
}
