package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the children are shell scripts")
final class ChildProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    @DisplayName("its end is the end of its children, also of those that do not want to")
    void endsAll() throws Exception {
        var child = shell(
                "(trap '' TERM; echo $$; exec 2>/dev/null; while :; do sleep 1; done) & echo $!; echo ready; wait");
        var out = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8));
        var lines = out.lines().takeWhile(line -> !line.equals("ready")).toList();
        var grandchildren = lines.stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();
        assertThat(grandchildren).isNotEmpty();

        child.end();

        for (var grandchild : grandchildren) {
            grandchild.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(grandchildren).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @DisplayName("whom a parent left behind that is gone belongs to its family still")
    void orphans() throws Exception {
        var parent = new ProcessBuilder("/bin/sh", "-c", "sleep 600 & echo $!; wait").start();
        var orphan = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();
        var family = new ProcessFamily(parent.toHandle());
        family.look();
        parent.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        family.end();

        orphan.onExit().get(20, TimeUnit.SECONDS);
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    @DisplayName("it is followed to its end; a listener that cannot go on is the end of it, and says why")
    void followed() throws Exception {
        var heard = new ArrayList<String>();
        assertThat(shell("echo one; echo two; exit 7").follow(100, heard::add)).isEqualTo(7);
        assertThat(heard).containsExactly("one", "two");

        assertThatThrownBy(() -> shell("echo one; exec sleep 600").follow(100, line -> {
                    throw new IllegalStateException(line);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("one");
    }

    @Test
    @DisplayName("it finds an empty home, its input closed, and nothing of our environment but the path")
    void bare() throws Exception {
        var child = shell("cat; env");

        var lines = new String(child.answer(10_000, LONG), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).contains("HOME=" + directory, "XDG_CONFIG_HOME=" + directory, "PYTHONUTF8=1");
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .allMatch(List.of(
                        "PATH",
                        "HOME",
                        "XDG_CONFIG_HOME",
                        "XDG_CACHE_HOME",
                        "APPDATA",
                        "LOCALAPPDATA",
                        "USERPROFILE",
                        "PYTHONUTF8",
                        "PYTHONIOENCODING",
                        "LC_ALL",
                        "PWD",
                        "_",
                        "SHLVL",
                        "OLDPWD",
                        "TMPDIR",
                        "TMP",
                        "TEMP")::contains);
    }

    @Test
    @DisplayName("complaints without end do not make it wait; the last of them are kept")
    void complaints() throws Exception {
        var child = shell("i=0; while [ $i -lt 20000 ]; do echo complaint $i >&2; i=$((i+1)); done; echo done");

        assertThat(new String(child.answer(100, LONG), StandardCharsets.UTF_8).strip())
                .isEqualTo("done");
        assertThat(child.await()).isZero();
        assertThat(child.errors()).hasSizeLessThan(40_000).endsWith("complaint 19999\n");
    }

    @Test
    @DisplayName("of an answer without end the beginning is kept; one that does not come in time is not waited for")
    void answers() throws Exception {
        assertThat(shell("i=0; while [ $i -lt 20000 ]; do echo word; i=$((i+1)); done")
                        .answer(7, LONG))
                .hasSize(7);
        var mute = shell("exec sleep 100");

        assertThatThrownBy(() -> mute.answer(7, Duration.ofMillis(50))).isInstanceOf(TimeoutException.class);
        mute.end();
        assertThat(mute.await()).isNotZero();
    }

    @Test
    @DisplayName("lines of any length are read, too long ones in part")
    void lines() throws IOException {
        var text = "one\r\n\n" + "x".repeat(100) + "\nlast";
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10);

        assertThat(Arrays.asList(lines.next(), lines.next(), lines.next(), lines.next(), lines.next()))
                .containsExactly("one", "", "x".repeat(10), "last", null);
    }

    private ChildProcess shell(String script) throws IOException {
        return ChildProcess.start(List.of("/bin/sh", "-c", script), directory, directory);
    }
}
