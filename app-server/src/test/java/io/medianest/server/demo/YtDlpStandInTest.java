package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the script as a program would.
final class YtDlpStandInTest {
    private static final String VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    private static final String[] METADATA = {
        "--ignore-config",
        "--no-colors",
        "--no-warnings",
        "--no-playlist",
        "--use-extractors",
        "youtube.*",
        "--socket-timeout",
        "15",
        "--proxy=",
        "-J",
        "--"
    };

    private final Path directory;
    private final YtDlpLauncher launcher;

    YtDlpStandInTest(@TempDir Path directory) {
        this.directory = directory;
        launcher = new YtDlpLauncher(directory.resolve("the demo's bin"));
    }

    @Test
    @DisplayName("it tells a version, the same facts of the same video each time, and refuses as yt-dlp does")
    void describes() throws Exception {
        var script = script(Duration.ZERO);
        assertThat(run(script, "--version").out()).containsExactly("2026.11.12");
        var first = run(script, METADATA, VIDEO);
        assertThat(first.code()).isZero();
        assertThat(run(script, METADATA, "https://youtu.be/dQw4w9WgXcQ").out()).isEqualTo(first.out());
        var video = Json.strict().readTree(first.out().getFirst());
        assertThat(video.path("title").asText()).isNotBlank();
        assertThat(video.path("duration").asInt()).isPositive();
        assertThat(video.path("formats")).hasSizeGreaterThan(5);
        assertThat(run(script, METADATA, "https://vimeo.com/1")).isEqualTo(new Result(1, List.of("null")));
        assertThat(run(script, METADATA, "https://youtu.be/PRIVATE0001").code()).isEqualTo(1);
        assertThat(run(script, "--bogus", VIDEO).code()).isEqualTo(2);
    }

    @Test
    @DisplayName("a playlist is listed up to the wanted position")
    void playlist() throws Exception {
        var result = run(
                script(Duration.ZERO),
                "--flat-playlist",
                "--yes-playlist",
                "--playlist-items",
                "1:4",
                "-J",
                "--",
                "https://www.youtube.com/playlist?list=PLdemo");
        var list = Json.strict().readTree(result.out().getFirst());
        assertThat(list.path("_type").asText()).isEqualTo("playlist");
        assertThat(list.path("entries")).hasSize(4);
        assertThat(list.path("entries").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a download reports its progress and leaves one file where it says")
    void downloads() throws Exception {
        var result = run(script(Duration.ofMillis(20)), download(VIDEO));
        assertThat(result.code()).isZero();
        assertThat(result.out()).anyMatch(line -> line.startsWith("MNMETA {\"id\":\"dQw4w9WgXcQ\""));
        assertThat(result.out()).anyMatch(line -> line.startsWith("MNPROG {\"status\":\"finished\""));
        var last = result.out().getLast();
        var file = Path.of(
                Json.strict().readTree(last.substring("MNFILE ".length())).asText());
        assertThat(file).isRegularFile().hasParent(directory.resolve("out"));
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    @DisplayName("a download that is ended keeps its part, and the next run continues it to the same bytes")
    void resumes() throws Exception {
        var script = script(Duration.ofMinutes(1));
        var process = start(script, download(VIDEO));
        try (var out = process.inputReader()) {
            var line = out.readLine();
            while (!line.startsWith("MNPROG")) {
                line = out.readLine();
            }
        }
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        try (var parts = Files.list(directory.resolve("tmp"))) {
            assertThat(parts).anyMatch(path -> path.toString().endsWith(".part"));
        }

        run(script(Duration.ZERO), download(VIDEO));
        var resumed = bytesOfOnlyFile();
        Files.delete(onlyFile());
        run(script(Duration.ZERO), download(VIDEO));
        assertThat(resumed).isEqualTo(bytesOfOnlyFile());
    }

    @Test
    @DisplayName("the mood reaches the next process")
    void mood() throws Exception {
        var script = script(Duration.ZERO);
        launcher.setMood(Mood.RATE_LIMITED);
        assertThat(run(script, METADATA, VIDEO)).isEqualTo(new Result(1, List.of("null")));
        launcher.setMood(Mood.NORMAL);
        assertThat(run(script, METADATA, VIDEO).code()).isZero();
    }

    private String[] download(String url) {
        return new String[] {
            "--ignore-config",
            "--newline",
            "--progress",
            "-f",
            "bv*[height<=720]+ba/b[height<=720]/b",
            "--merge-output-format",
            "mp4",
            "--no-mtime",
            "--windows-filenames",
            "--no-exec",
            "-P",
            "home:" + directory.resolve("out"),
            "-P",
            "temp:" + directory.resolve("tmp"),
            "-o",
            "%(uploader)s - %(title)s [%(id)s].%(ext)s",
            "--progress-template",
            "download:MNPROG %(progress.{status,downloaded_bytes,total_bytes,speed,eta})j",
            "--print",
            "before_dl:MNMETA %(.{id,title,ext,format_id})j",
            "--print",
            "after_move:MNFILE %(filepath)j",
            "--",
            url
        };
    }

    private Path script(Duration step) {
        return launcher.write(step, URI.create("http://127.0.0.1:1"));
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(directory.resolve("out"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private byte[] bytesOfOnlyFile() throws IOException {
        return Files.readAllBytes(onlyFile());
    }

    private static Result run(Path script, String[] arguments, String last) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.add(last);
        return run(script, all.toArray(String[]::new));
    }

    private static Result run(Path script, String... arguments) throws Exception {
        var process = start(script, arguments);
        try (var out = process.inputReader()) {
            var lines = out.lines().toList();
            return new Result(process.waitFor(), lines);
        }
    }

    private static Process start(Path script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private record Result(int code, List<String> out) {}
}
