package io.medianest.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSizeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final MovableClock clock = new MovableClock();

    @Test
    @DisplayName("the files of all directories count, and are looked at once a minute at most")
    void measures() throws IOException {
        Files.write(Files.createDirectories(data.resolve("cache/pictures")).resolve("poster"), new byte[300]);
        Files.write(data.resolve("database"), new byte[50]);
        var size = new DataSize(data, clock);
        assertThat(size.bytes()).isEqualTo(350);

        Files.write(data.resolve("more"), new byte[7]);
        clock.advance(Duration.ofSeconds(59));
        assertThat(size.bytes()).isEqualTo(350);
        clock.advance(Duration.ofSeconds(1));
        assertThat(size.bytes()).isEqualTo(357);
        Files.write(data.resolve("still-more"), new byte[7]);
        clock.advance(Duration.ofDays(-1));
        assertThat(size.bytes()).as("after the clock was set back").isEqualTo(364);
    }

    @Test
    @DisplayName("what may not be looked into is passed over")
    void lostAndFound() {
        var measuring = new DataSize.Measuring();
        var denied = new AccessDeniedException("lost+found");
        assertThat(measuring.visitFileFailed(data.resolve("lost+found"), denied))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThat(measuring.postVisitDirectory(data, denied)).isEqualTo(FileVisitResult.CONTINUE);
    }
}
