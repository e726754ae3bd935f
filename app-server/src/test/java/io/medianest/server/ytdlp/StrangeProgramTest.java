package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.testing.Guards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A yt-dlp that does what no good one does, and one whose SponsorBlock is out of reach, which needs the internet else.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class StrangeProgramTest {
    private static final String FOUND = "echo 'MNMETA {\"id\":\"aqz-KE-bpKQ\",\"title\":\"Rain\"}'\n";
    private static final String MAKES_FILE = "mkdir -p done && echo film > done/media.mp4\n";
    private static final String NAMES_FILE = "echo 'MNFILE \"done/media.mp4\"'\n";
    private static final String NO_SPONSORBLOCK =
            "echo 'ERROR: Preprocessing: Unable to communicate with SponsorBlock API: <urlopen error timed out>' >&2\nexit 1\n";

    private final Path directory;

    StrangeProgramTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private FetchedFile fetch(String script) throws IOException, InterruptedException {
        var program = Files.writeString(directory.resolve("program"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var settings = new YtDlpSettings(program.toString(), program.toString(), null, Set.of(), null);
        try (var ytDlp = new YtDlp(
                () -> settings,
                directory.resolve("tools"),
                Guards.impatient(YtDlp.POLICY),
                new LocalCache(Clock.systemUTC()),
                new SecretBox(new MasterKey(new byte[32]), new SecureRandom()),
                Clock.systemUTC())) {
            return ytDlp.start(order(ytDlp), new Silent()).await();
        }
    }

    private FetchOrder order(YtDlp ytDlp) {
        return new FetchOrder(
                ytDlp.addresses().parse("https://www.youtube.com/watch?v=aqz-KE-bpKQ"),
                new Selection(DownloadQuality.BEST, DownloadFormat.MP4),
                directory.resolve("home"),
                directory.resolve("temp"),
                Naming.FLAT,
                new Extras(EnumSet.of(Extra.SPONSORBLOCK), List.of()),
                null);
    }

    private FetchFailure failure(String script) {
        return catchThrowableOfType(FetchException.class, () -> fetch(script)).reason();
    }

    @Test
    @DisplayName("a video that came whole is taken, although SponsorBlock could not be asked")
    void withAdvertising() throws Exception {
        var file = fetch(FOUND + MAKES_FILE + NAMES_FILE + NO_SPONSORBLOCK);

        assertThat(file.file()).hasContent("film").hasFileName("Unknown - Rain [aqz-KE-bpKQ].mp4");
    }

    @Test
    @DisplayName("one that did not come for that tells why")
    void withoutFile() {
        assertThat(failure(FOUND + NO_SPONSORBLOCK)).isEqualTo(FetchFailure.SPONSORBLOCK);
    }

    @Test
    @DisplayName("any other failure stays one, whatever file is there")
    void otherFailure() {
        assertThat(failure(FOUND + MAKES_FILE + NAMES_FILE + "echo 'ERROR: Conversion failed!' >&2\nexit 1\n"))
                .isEqualTo(FetchFailure.UNKNOWN);
    }

    @Test
    @DisplayName("lines of any length and garbage are borne, and what is no file of ours is not taken")
    void garbage() {
        assertThat(failure("head -c 10000000 /dev/zero | tr '\\0' x; echo; echo 'MNPROG {'; echo 'MNMETA 7';"
                        + " printf 'MNFILE \\377\\n'; exit 0"))
                .isEqualTo(FetchFailure.UNKNOWN);
        assertThat(failure(FOUND + "echo 'MNFILE \"/etc/passwd\"'; exit 0")).isEqualTo(FetchFailure.UNKNOWN);
        assertThat(failure(FOUND + "echo 'MNFILE \"../program\"'; exit 0")).isEqualTo(FetchFailure.UNKNOWN);
    }

    @Test
    @DisplayName("one that leaves somebody behind with its output open has ended all the same")
    void leavesBehind() throws Exception {
        var file = fetch(FOUND + MAKES_FILE + NAMES_FILE + "sleep 600 & echo $! > ../left-behind\nexit 0\n");

        assertThat(file.file()).hasContent("film");
        var left = Long.parseLong(
                Files.readString(directory.resolve("left-behind")).strip());
        ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Does not listen.
    private static final class Silent implements FetchListener {
        @Override
        public void found(FoundVideo video) {}

        @Override
        public void progress(FetchProgress now) {}
    }
}
