package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.platform.db.Database;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the data is told in a sentence, not in a stack trace.
class StartFailureTest {
    @TempDir
    Path directory;

    private void start() {
        MediaNestServer.start(ServerConfig.read(
                        Map.of(), "--server.port=0", "--server.host=127.0.0.1", "--data.dir=" + directory))
                .close();
    }

    @Test
    @DisplayName("a damaged key file is named, with what to do about it; mended, the same directory starts")
    void damagedKey() throws IOException {
        var key = directory.resolve("medianest.key");
        Files.writeString(key, "garbage");

        assertThatThrownBy(this::start)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining("damaged");

        Files.delete(key);
        start();
    }

    @Test
    @DisplayName("a damaged database is named, with what to do about it")
    void damagedDatabase() throws IOException {
        Files.writeString(directory.resolve("medianest.mv.db"), "garbage".repeat(1000));

        assertThatThrownBy(this::start)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("The database in " + directory)
                .hasMessageContaining("--data.dir");
    }

    @Test
    @DisplayName("a feature that cannot start keeps none of the others from it; health says which it is")
    void damagedFeature() throws IOException {
        try (var database = Database.inDirectory(directory)) {
            database.store(Damage.class).done();
        }

        try (var server = MediaNestServer.start(
                ServerConfig.read(Map.of(), "--server.port=0", "--server.host=127.0.0.1", "--data.dir=" + directory))) {
            var wire = new Wire(server.port());
            var health = wire.send("GET /health").json().path("data");
            var requests = wire.send("GET /api/v1/media/requests", "Authorization: Bearer " + server.ownerToken());

            assertThat(health.path("status").asText()).isEqualTo("degraded");
            assertThat(health.path("problems").toString()).contains("Downloads did not start: the log says why");
            assertThat(requests.status()).as(requests.body()).isEqualTo(200);
        }
    }

    private interface Damage {
        @SqlUpdate("ALTER TABLE download DROP COLUMN process")
        void done();
    }
}
