package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DirectoriesTest {
    private static final CookieFile COOKIES = new CookieFile(new Secret("# Netscape HTTP Cookie File\n"));

    private final Path root;

    private static Directories directories(Path root) {
        return new Directories(root, new SecretBox(new MasterKey(new byte[32]), new SecureRandom()), Clock.systemUTC());
    }

    DirectoriesTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    @DisplayName("each run has a home of its own, which is empty, or holds the cookies alone, and is gone after it")
    void own() {
        var directories = directories(root);
        Path plain;
        try (var one = directories.runHome(null);
                var other = directories.runHome(COOKIES)) {
            plain = one.directory();
            assertThat(one.directory()).isEmptyDirectory().isNotEqualTo(other.directory());
            assertThat(other.directory()).isDirectoryContaining(file -> file.equals(other.cookies()));
            assertThat(other.cookies()).hasContent("# Netscape HTTP Cookie File\n");
        }
        assertThat(plain).doesNotExist();
        assertThat(plain.getParent()).isEmptyDirectory();
    }

    @Test
    @DisplayName("nobody else on the machine can read the cookies")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void closed() throws IOException {
        try (var home = directories(root).runHome(COOKIES)) {
            var file = home.directory().resolve("cookies.txt");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @DisplayName("runs whose program was killed before it could note them are ended; those of other programs are not")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the system does not tell the words of a process")
    void ended() throws IOException {
        var directories = directories(root);
        var stray = orphan(directories.cache());
        var another = orphan(directories(root.resolve("another")).cache());
        try {
            directories.tidy();

            assertThat(stray.isAlive()).isFalse();
            assertThat(another.isAlive()).isTrue();
        } finally {
            stray.destroyForcibly();
            another.destroyForcibly();
        }
    }

    /// A process whose parent is gone.
    private static ProcessHandle orphan(Path cache) throws IOException {
        var script = "sh -c 'sleep 600; true' yt-dlp --cache-dir \"$0\" -J > /dev/null 2>&1 & echo $!";
        var parent = new ProcessBuilder("sh", "-c", script, cache.toString()).start();
        try (var output = parent.inputReader()) {
            return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        }
    }

    @Test
    @DisplayName("homes of a run whose program was killed are removed, those of this one are not")
    void tidied() {
        directories(root).tidy();
        var left = directories(root).runHome(COOKIES);
        var directories = directories(root);
        var own = directories.runHome(COOKIES);

        directories.tidy();

        assertThat(left.directory()).doesNotExist();
        assertThat(own.directory()).isDirectoryContaining("glob:**cookies.txt");
    }
}
