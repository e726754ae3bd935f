package io.medianest.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    @Test
    @DisplayName("the key of the first start is the key of every later one, and each purpose has its own")
    void sameKeyAgain() {
        var first = open();
        var second = open();

        for (var purpose : MasterKey.Purpose.values()) {
            assertThat(second.derive(purpose).getEncoded())
                    .hasSize(32)
                    .isEqualTo(first.derive(purpose).getEncoded());
        }
        assertThat(first.derive(MasterKey.Purpose.CSRF_TOKENS).getEncoded())
                .isNotEqualTo(first.derive(MasterKey.Purpose.SESSION_TOKENS).getEncoded());
    }

    @Test
    @DisplayName("two installations have different keys")
    void ownKey() throws IOException {
        var other = Files.createDirectory(directory.resolve("other"));

        assertThat(new KeyFile(other)
                        .open(RANDOM)
                        .derive(MasterKey.Purpose.SESSION_TOKENS)
                        .getEncoded())
                .isNotEqualTo(open().derive(MasterKey.Purpose.SESSION_TOKENS).getEncoded());
    }

    @Test
    @DisplayName("nothing but the key file is left behind, readable by its owner alone")
    void ownerAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        open();

        assertThat(directory).isDirectoryContaining("glob:**medianest.key");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("a key file that others could read is taken from them")
    void tightened() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        open();
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));

        open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("a damaged key file is named and never overwritten")
    void damaged() throws IOException {
        for (var content : new String[] {"", "medianest-key-1 abc\n", "medianest-key-1 ***\n", "something else"}) {
            Files.writeString(keyFile(), content);

            assertThatIllegalStateException()
                    .isThrownBy(this::open)
                    .withMessageContaining("damaged")
                    .withMessageContaining("medianest.key");
            assertThat(keyFile()).hasContent(content);
        }
    }

    @Test
    @DisplayName("a key file that cannot be read is named")
    void unreadable() throws IOException {
        Files.createDirectory(keyFile());

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("cannot be read")
                .withMessageContaining("medianest.key");
    }

    private MasterKey open() {
        return new KeyFile(directory).open(RANDOM);
    }

    private Path keyFile() {
        return directory.resolve("medianest.key");
    }
}
