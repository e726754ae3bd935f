package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.PostgresServer;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// For the time of an upgrade servers of the old and of the new version work on one schema, which is the new one's.
class RollingUpgradeTest {
    private static final String SCHEMA = "rolling_upgrade";
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final PostgresServer postgres = PostgresServer.ofTests();

    @BeforeEach
    void makeSchema() {
        postgres.execute("CREATE SCHEMA " + SCHEMA);
    }

    @Test
    @DisplayName("the old version goes on while the new one brings its tables, and can be started again after that")
    void rolls() throws IOException {
        try (var old = start()) {
            assertThat(name(old, "before")).isEqualTo(201);

            newerVersionStarts();

            assertThat(name(old, "meanwhile")).isEqualTo(201);
            assertThat(ready(old)).isEqualTo(200);
        }
        try (var old = start()) {
            assertThat(ready(old)).isEqualTo(200);
            assertThat(name(old, "after a restart")).isEqualTo(201);
            assertThat(tokens(old)).contains("before", "meanwhile", "after a restart");
        }
        assertThat(postgres.count(SCHEMA, "SELECT COUNT(*) FROM api_token WHERE of_next_version = 'usual'"))
                .isEqualTo(3);
    }

    /// As much of it as matters to the others: tables and columns that they do not know.
    private void newerVersionStarts() throws IOException {
        Files.writeString(directory.resolve("V9000__of_the_next_version.sql"), """
                CREATE TABLE of_next_version (id VARCHAR(40) PRIMARY KEY);
                ALTER TABLE api_token ADD COLUMN of_next_version VARCHAR(40) DEFAULT 'usual' NOT NULL;
                ALTER TABLE app_user ADD COLUMN of_next_version VARCHAR(40);
                """);
        var flyway = Flyway.configure()
                .dataSource(postgres.url(SCHEMA), null, null)
                .locations("classpath:db/migration", "filesystem:" + directory)
                .load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    }

    private MediaNestServer start() {
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                "--server.host=127.0.0.1",
                "--server.port=0",
                "--server.mdns=false",
                "--data.dir=" + directory.resolve("data"),
                "--admin.token=" + TOKEN,
                "--database.url=" + postgres.url(SCHEMA)));
    }

    private static int ready(MediaNestServer server) throws IOException {
        return new Wire(server.port()).send("GET /health/ready").status();
    }

    private static int name(MediaNestServer server, String token) throws IOException {
        return new Wire(server.port())
                .sendJson("POST /api/v1/admin/tokens", "{\"name\":\"%s\"}".formatted(token), OWNER)
                .status();
    }

    private static String tokens(MediaNestServer server) throws IOException {
        return new Wire(server.port()).send("GET /api/v1/admin/tokens", OWNER).body();
    }
}
