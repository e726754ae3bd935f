package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
}
