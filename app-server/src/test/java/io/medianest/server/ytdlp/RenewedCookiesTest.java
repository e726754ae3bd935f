package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedCookiesTest {
    private static final CookieFile GIVEN = cookies("first");

    private final Path directory;
    private final Path file;
    private final SecretBox box = new SecretBox(new MasterKey(new byte[32]), new SecureRandom());

    RenewedCookiesTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("cookies");
    }

    private static CookieFile cookies(String value) {
        return CookieFile.parse(
                "# Netscape HTTP Cookie File\n.youtube.com\tTRUE\t/\tTRUE\t0\tSID\t%s\n".formatted(value));
    }

    private RenewedCookies opened() {
        return new RenewedCookies(file, box, Clock.systemUTC());
    }

    private Path left(String text) throws IOException {
        return Files.writeString(directory.resolve("cookies.txt"), text);
    }

    private Path left(CookieFile cookies) throws IOException {
        return left(cookies.text().reveal());
    }

    @Test
    @DisplayName("what a run has left stands in for the setting, also after another start, and is not to be read")
    void kept() throws IOException {
        var renewed = opened();
        assertThat(renewed.newest(GIVEN)).isEqualTo(GIVEN);

        renewed.keep(GIVEN, GIVEN, left(cookies("second")));

        assertThat(renewed.newest(GIVEN)).isEqualTo(cookies("second"));
        assertThat(opened().newest(GIVEN)).isEqualTo(cookies("second"));
        assertThat(file).content().doesNotContain("second").doesNotContain("youtube");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @DisplayName("what was not written to its end is removed at the next start; what was, stays")
    void tidied() throws IOException {
        var renewed = opened();
        renewed.tidy();
        renewed.keep(GIVEN, GIVEN, left(cookies("second")));
        Files.writeString(directory.resolve("cookies123.part"), "half");

        opened().tidy();

        assertThat(directory).isDirectoryNotContaining("glob:**.part");
        assertThat(opened().newest(GIVEN)).isEqualTo(cookies("second"));
    }

    @Test
    @DisplayName("when somebody enters others, those count")
    void changed() throws IOException {
        var renewed = opened();
        renewed.keep(GIVEN, GIVEN, left(cookies("second")));

        assertThat(renewed.newest(cookies("entered"))).isEqualTo(cookies("entered"));
    }

    @Test
    @DisplayName("of two runs with the same cookies the first that ends renews them")
    void twoRuns() throws IOException {
        var renewed = opened();
        renewed.keep(GIVEN, GIVEN, left(cookies("second")));
        renewed.keep(GIVEN, GIVEN, left(cookies("late")));
        assertThat(renewed.newest(GIVEN)).isEqualTo(cookies("second"));

        renewed.keep(GIVEN, cookies("second"), left(cookies("third")));
        assertThat(renewed.newest(GIVEN)).isEqualTo(cookies("third"));
    }

    @Test
    @DisplayName("garbage, too much, nothing and a file that was tampered with change nothing")
    void garbage() throws IOException {
        var renewed = opened();
        renewed.keep(GIVEN, GIVEN, left("\u0000 garbage"));
        renewed.keep(GIVEN, GIVEN, left("x".repeat(CookieFile.MOST_BYTES + 1)));
        renewed.keep(GIVEN, GIVEN, directory.resolve("nowhere"));
        assertThat(renewed.newest(GIVEN)).isEqualTo(GIVEN);
        assertThat(file).doesNotExist();

        Files.writeString(file, "v1:tampered");
        assertThat(opened().newest(GIVEN)).isEqualTo(GIVEN);
    }
}
