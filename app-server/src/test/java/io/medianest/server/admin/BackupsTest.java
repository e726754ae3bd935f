package io.medianest.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.admin.Backup;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.security.KeyFile;
import io.medianest.server.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final MovableClock clock = new MovableClock();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Backups backups;

    @BeforeEach
    void open() {
        database = Database.inDirectory(data);
        new KeyFile(data).open(new SecureRandom());
        backups = new Backups(database, data, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String remembered(String name) {
        return new Installation(database).find(name).orElse("");
    }

    private void remember(String name, String what) {
        new Installation(database).keep(name, () -> what);
    }

    private Backup made() {
        clock.advance(Duration.ofMinutes(1));
        return backups.make();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// What a start does before it opens anything.
    private Path restart() throws IOException {
        database.close();
        var kept = StagedRestore.in(data).take(clock).orElseThrow();
        database = Database.inDirectory(data);
        return kept;
    }

    @Test
    @DisplayName("a backup of the running database brings everything back, and keeps what was there before beside it")
    void roundTrip() throws IOException {
        remember("first", "one");
        var key = Files.readString(data.resolve("medianest.key"));
        var backup = made();
        remember("second", "two");
        Files.writeString(data.resolve("medianest.key"), "another key");

        assertThat(backups.restore(backup.name()).restartNeeded()).isTrue();
        assertThat(remembered("second"))
                .as("nothing happens before the restart")
                .isEqualTo("two");
        var kept = restart();

        assertThat(remembered("first")).isEqualTo("one");
        assertThat(remembered("second")).isEmpty();
        assertThat(data.resolve("medianest.key")).hasContent(key.strip());
        assertThat(names(kept)).containsExactly("medianest.key", "medianest.mv.db");
        assertThat(kept.resolve("medianest.key")).hasContent("another key");
        database.close();
        database = Database.inDirectory(kept);
        assertThat(remembered("second")).isEqualTo("two");
    }

    @Test
    @DisplayName("a restore that a crash broke off in the middle goes on at the next start and loses nothing")
    void crash() throws IOException {
        remember("first", "one");
        backups.restore(made().name());
        database.close();
        // As if the program had died after it moved the present database aside.
        Files.move(data.resolve("medianest.mv.db"), data.resolve("aside"));

        database = TestDatabase.open("unused");
        var kept = restart();

        assertThat(remembered("first")).isEqualTo("one");
        assertThat(names(kept)).containsExactly("medianest.key");
        assertThat(StagedRestore.in(data).take(clock)).isEmpty();
    }

    @Test
    @DisplayName("only so many backups are kept, and nothing unfinished is left lying")
    void retention() throws IOException {
        var all = Stream.generate(this::made).limit(Backups.KEPT + 2).toList();

        assertThat(backups.list().backups()).hasSize(Backups.KEPT);
        assertThat(names(data.resolve("backups")))
                .containsExactlyElementsOf(
                        all.stream().skip(2).map(Backup::name).toList());
        assertThat(backups.list().backups().getFirst().size()).isPositive();
    }

    @Test
    @DisplayName("backups of a clock that was ahead do not drive out those that are made after it was put right")
    void clockWasAhead() throws IOException {
        var ahead = FileTime.from(Instant.now().plus(Duration.ofDays(365)));
        for (int i = 0; i < Backups.KEPT; i++) {
            Files.setLastModifiedTime(data.resolve("backups").resolve(made().name()), ahead);
        }
        clock.advance(Duration.between(clock.instant(), Instant.now().plus(Duration.ofHours(1))));
        var first = made();
        var second = made();

        assertThat(names(data.resolve("backups"))).hasSize(Backups.KEPT).contains(first.name(), second.name());
    }

    @Test
    @DisplayName("a backup that breaks off in the middle leaves neither key nor database lying about")
    void brokenOff() throws IOException {
        var backup = made();
        var file = data.resolve("backups").resolve(backup.name());
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refusal(backup.name())).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(data.resolve("backups/trial")).doesNotExist();
    }

    @Test
    @DisplayName("what is damaged, incomplete, too new or not a backup of ours is not restored")
    void refused() throws IOException {
        var backup = made();
        var file = data.resolve("backups").resolve(backup.name());
        for (var name : List.of("../medianest.key", "medianest.key", "medianest-x.zip", "", "/etc/passwd")) {
            assertThat(refusal(name)).isEqualTo(ErrorCode.NOT_FOUND);
        }
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(refusal(backup.name())).isEqualTo(ErrorCode.INVALID_STATE);
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(refusal(backup.name())).isEqualTo(ErrorCode.INVALID_STATE);

        var newer = made().name();
        database.run(tx -> tx.store(MigrationsStore.class).forgetTheLatest());
        assertThat(refusal(newer)).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(data.resolve("restore")).doesNotExist();
        assertThat(data.resolve("backups/trial")).doesNotExist();
    }

    private ErrorCode refusal(String name) {
        var refusal = catchThrowableOfType(MediaNestException.class, () -> backups.restore(name));
        assertThat(refusal).as("a refusal of %s", name).isNotNull();
        return refusal.code();
    }
}
