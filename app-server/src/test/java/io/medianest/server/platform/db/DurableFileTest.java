package io.medianest.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.testing.TestDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("each write to the file of a database waits for the disk")
    void waits() throws IOException {
        assertThat(DatabaseAddress.inDirectory(directory).url()).startsWith("jdbc:h2:durable:");
        Watched.MODES.clear();
        FilePath.register(new Watched());
        FilePath.register(new DurableFile());
        FilePath.get("durable:watched:" + directory.resolve("file")).open("rw").close();
        FilePath.get("durable:watched:" + directory.resolve("file")).open("r").close();
        assertThat(Watched.MODES).containsExactly("rwd", "r");
    }

    @Test
    @DisplayName("who is killed while a new database is made makes it anew")
    void halfMade() throws IOException {
        Files.writeString(directory.resolve("medianest-new.mv.db"), "half of a database");
        try (var database = Database.inDirectory(directory)) {
            assertThat(database.schemaVersion()).isEqualTo(schemaVersion());
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString).toList())
                    .isEqualTo(List.of(DatabaseFile.NAME));
        }
    }

    @Test
    @DisplayName("a database that is out of reach is not replaced by a new one")
    void outOfReach() throws IOException {
        var link = directory.resolve(DatabaseFile.NAME);
        Files.createSymbolicLink(link, directory.resolve("disk-that-is-away").resolve(DatabaseFile.NAME));
        assertThatThrownBy(() -> Database.inDirectory(directory)).isInstanceOf(RuntimeException.class);
        assertThat(link).isSymbolicLink();
        assertThat(directory.resolve("medianest-new.mv.db")).doesNotExist();
    }

    private static int schemaVersion() {
        try (var database = TestDatabase.open("schema-version")) {
            return database.schemaVersion();
        }
    }

    /// What files are opened for.
    public static final class Watched extends FilePathWrapper {
        private static final List<String> MODES = new CopyOnWriteArrayList<>();

        @Override
        public String getScheme() {
            return "watched";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            MODES.add(mode);
            return super.open(mode);
        }
    }
}
