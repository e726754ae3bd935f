package io.medianest.server.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Writes the script that starts [YtDlpStandIn] with the Java that is running now. The class path goes into a file of
/// arguments, for it may be longer than a command line.
final class YtDlpLauncher {
    private final Path directory;

    YtDlpLauncher(Path directory) {
        this.directory = directory;
    }

    /// Writes the script and what it needs, and tells where it is.
    ///
    /// @param step how long half a download takes
    /// @param images where the thumbnails are
    Path write(Duration step, URI images) {
        try {
            Files.createDirectories(directory);
            setMood(Mood.NORMAL);
            var arguments = directory.resolve("yt-dlp.args");
            Files.write(arguments, arguments(step, images));
            return isWindows() ? windowsScript(arguments) : unixScript(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's yt-dlp cannot be written to " + directory, e);
        }
    }

    /// Tells processes that start from now on how to behave.
    void setMood(Mood mood) {
        try {
            Files.writeString(moodFile(), mood.id());
        } catch (IOException e) {
            throw new UncheckedIOException("The mood cannot be written to " + moodFile(), e);
        }
    }

    /// Removes what [#write] has written.
    void delete() {
        try {
            for (var name : List.of("yt-dlp", "yt-dlp.cmd", "yt-dlp.args", "yt-dlp.mood")) {
                Files.deleteIfExists(directory.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's yt-dlp cannot be removed from " + directory, e);
        }
    }

    private List<String> arguments(Duration step, URI images) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                quoted("-Dmedianest.demo.mood=" + moodFile()),
                "-Dmedianest.demo.step=" + step.toMillis(),
                quoted("-Dmedianest.demo.images=" + images),
                "-cp",
                quoted(absoluteClassPath()),
                YtDlpStandIn.class.getName());
    }

    /// yt-dlp may be started from any directory.
    private static String absoluteClassPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private Path unixScript(Path arguments) throws IOException {
        var script = directory.resolve("yt-dlp");
        var command = "exec %s @%s".formatted(shellQuoted(java("java")), shellQuoted(arguments));
        Files.writeString(script, "#!/bin/sh\n" + command + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private Path windowsScript(Path arguments) throws IOException {
        var script = directory.resolve("yt-dlp.cmd");
        var command = "@\"%s\" \"@%s\" %%*\r\n".formatted(java("java.exe"), arguments.toAbsolutePath());
        Files.writeString(script, command);
        return script;
    }

    private static Path java(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    private Path moodFile() {
        return directory.resolve("yt-dlp.mood").toAbsolutePath();
    }

    /// For a file of Java arguments.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String shellQuoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'";
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
