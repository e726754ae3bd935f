package io.medianest.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorbellTest {
    @TempDir
    private Path directory;

    private final BlockingQueue<List<String>> rung = new LinkedBlockingQueue<>();

    @Test
    @DisplayName("a second start calls the first, and hands over what it was to open")
    void rings() throws IOException, InterruptedException {
        try (var _ = Doorbell.install(directory, rung::add)) {
            assertThat(Doorbell.ring(directory, List.of("medianest:status", "https://youtu.be/x\nand more")))
                    .isTrue();
            assertThat(rung.poll(60, TimeUnit.SECONDS))
                    .containsExactly("medianest:status", "https://youtu.be/x and more");
            assertThat(Doorbell.ring(directory, List.of())).isTrue();
            assertThat(rung.poll(60, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    @DisplayName("only who can read the file may ring, and only its owner can")
    void owner() throws IOException {
        Path file = directory.resolve("window.door");
        try (var _ = Doorbell.install(directory, rung::add)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            List<String> lines = Files.readAllLines(file);
            Files.write(file, List.of(lines.getFirst(), "guessed"));

            assertThat(Doorbell.ring(directory, List.of("medianest:status"))).isFalse();
            assertThat(rung).isEmpty();
        }
    }

    @Test
    @DisplayName("nobody comes once the window is closed, nor where none ever was")
    void nobody() throws IOException {
        assertThat(Doorbell.ring(directory, List.of())).isFalse();

        Doorbell.install(directory, rung::add).close();
        assertThat(Doorbell.ring(directory, List.of())).isFalse();
        assertThat(directory.resolve("window.door")).doesNotExist();
    }

    @Test
    @DisplayName("a file that a killed process left, or that is nonsense, leads nowhere")
    void left() throws IOException {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Files.writeString(directory.resolve("window.door"), port + "\nsecret\n");
        assertThat(Doorbell.ring(directory, List.of())).isFalse();

        Files.writeString(directory.resolve("window.door"), "99999\nsecret\n");
        assertThat(Doorbell.ring(directory, List.of())).isFalse();
        Files.writeString(directory.resolve("window.door"), "hello");
        assertThat(Doorbell.ring(directory, List.of())).isFalse();
    }
}
