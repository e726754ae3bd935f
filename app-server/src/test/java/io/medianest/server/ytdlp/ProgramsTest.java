package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
final class ProgramsTest {
    private final MovableClock clock = new MovableClock();
    private final Path directory;

    ProgramsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    @DisplayName("versions are told, with the age of yt-dlp and the advice to renew it when it is old")
    void versions() throws IOException {
        var ytDlp = program("some-yt-dlp", "echo 2025.08.01");
        var ffmpeg = program("some-ffmpeg", "echo ffmpeg version 7.1-static Copyright; echo built with gcc");

        var tools = programs(ytDlp.toString(), ffmpeg.toString()).tools();

        assertThat(tools.ytDlp()).contains(new Tool(ytDlp, "2025.08.01", 153L));
        assertThat(tools.ffmpeg()).contains(new Tool(ffmpeg, "7.1-static", null));
        assertThat(tools.problem()).isEmpty();
        assertThat(tools.summary())
                .startsWith("yt-dlp 2025.08.01, ffmpeg 7.1-static; yt-dlp is 153 days old and may fail. On ");
    }

    @Test
    @DisplayName("they are asked again after ten minutes")
    void forgets() throws IOException {
        var ytDlp = program("some-yt-dlp", "echo 2025.12.01");
        var programs = programs(ytDlp.toString(), "no-ffmpeg-here");
        assertThat(programs.tools().summary()).isEqualTo("yt-dlp 2025.12.01, ffmpeg missing");
        program("some-yt-dlp", "echo 2025.12.24");

        assertThat(programs.tools().summary()).contains("2025.12.01");
        clock.advance(Duration.ofMinutes(11));
        assertThat(programs.tools().summary()).contains("2025.12.24");
    }

    @Test
    @DisplayName("what is missing is told with what to do; what does not work is an error")
    void missing() throws IOException {
        assertThat(programs("no-yt-dlp-here", "no-ffmpeg-here").tools().problem())
                .contains("yt-dlp cannot be started: install it, or set youtube.yt-dlp to its path");
        var ytDlp = program("some-yt-dlp", "echo 2025.12.01");
        assertThat(programs(ytDlp.toString(), "no-ffmpeg-here").tools().problem())
                .contains("ffmpeg cannot be started: install it, or set youtube.ffmpeg to its path");
        var broken = program("broken-yt-dlp", "echo broken >&2; exit 3");
        assertThatThrownBy(() -> programs(broken.toString(), "no-ffmpeg-here").tools())
                .isInstanceOf(MediaNestException.class)
                .hasMessage("broken-yt-dlp does not work: it ended with 3");
    }

    @Test
    @DisplayName(
            "a copy in the data directory goes before that on the PATH, unless another is chosen, and can be renewed")
    void managed() throws IOException {
        var copy = program("yt-dlp", "if [ \"$2\" = -U ]; then echo new > version; echo Updated; else cat version; fi");
        Files.writeString(Files.createDirectories(directory.resolve("home")).resolve("version"), "2025.01.01\n");
        var programs = programs("yt-dlp", "ffmpeg");

        assertThat(programs.ytDlp()).contains(copy);
        assertThat(programs.tools().ytDlp().map(Tool::version)).contains("2025.01.01");
        assertThat(programs.updatable()).contains(copy);
        assertThat(programs.update()).isEqualTo("new");
        assertThat(programs.tools().ytDlp().map(Tool::version)).contains("new");
        assertThat(programs("/usr/bin/other-yt-dlp", "ffmpeg").ytDlp()).isEmpty();
    }

    @Test
    @DisplayName("a copy in the data directory is left alone while another is chosen")
    void notInUse() throws IOException {
        var copy = program("yt-dlp", "echo 2025.01.01");
        var other = program("other", "echo 2025.01.01");

        assertThat(programs(copy.toString(), "ffmpeg").updatable()).contains(copy);
        assertThat(programs(other.toString(), "ffmpeg").updatable()).isEmpty();
        assertThatThrownBy(() -> programs(other.toString(), "ffmpeg").update())
                .isInstanceOf(MediaNestException.class)
                .hasMessageContaining(UpdateWay.MANAGED.sentence());
    }

    @Test
    @DisplayName("a yt-dlp of the system's is not renewed by us, but we say how")
    void notOurs() {
        assertThatThrownBy(() -> programs("yt-dlp", "ffmpeg").update())
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_STATE))
                .hasMessageContaining("yt-dlp belongs to the system");
    }

    @Test
    @DisplayName("the way to renew it begins with that of the system")
    void ways() {
        assertThat(UpdateWay.from("Mac OS X").getFirst()).isEqualTo(UpdateWay.MACOS);
        assertThat(UpdateWay.from("Windows 11").getFirst()).isEqualTo(UpdateWay.WINDOWS);
        assertThat(UpdateWay.from("Linux")).startsWith(UpdateWay.DEBIAN).containsExactlyInAnyOrder(UpdateWay.values());
    }

    @Test
    @DisplayName("a path that is none is no program")
    void nonsense() {
        assertThat(programs("\0", "").ytDlp()).isEqualTo(Optional.empty());
        assertThat(programs("\0", "").ffmpeg()).isEqualTo(Optional.empty());
    }

    private Programs programs(String ytDlp, String ffmpeg) {
        var settings = new YtDlpSettings(ytDlp, ffmpeg, null, Set.of(), null);
        var secrets = new SecretBox(new MasterKey(new byte[32]), new SecureRandom());
        return new Programs(() -> settings, new Directories(directory, secrets, clock), clock);
    }

    private Path program(String name, String script) throws IOException {
        var file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
