package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The file beside a program that tells its class path and the options of its Java. The cache for the start is good
/// for the very class path alone that it was trained with, so all launchers have the same, in an order of our own.
final class LauncherConfig {
    private static final String APP_DIR = "$APPDIR";
    private static final String CLASS_PATH = "app.classpath=";
    private static final String OPTION = "java-options=";

    private final Path file;
    private final List<String> lines;

    private LauncherConfig(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static LauncherConfig read(Path file) {
        try {
            return new LauncherConfig(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The jars of its class path, without directories.
    List<String> jars() {
        return values(CLASS_PATH).stream()
                .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
                .map(entry -> entry.substring(entry.lastIndexOf('\\') + 1))
                .toList();
    }

    /// The options of its Java, with directories that exist.
    List<String> options(Path appDirectory) {
        return values(OPTION).stream()
                .map(option -> option.replace(APP_DIR, appDirectory.toString()))
                .toList();
    }

    private List<String> values(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    /// The same with these jars as its class path.
    LauncherConfig withJars(List<String> jars) {
        var changed = new ArrayList<>(
                lines.stream().filter(line -> !line.startsWith(CLASS_PATH)).toList());
        changed.addAll(
                changed.indexOf("[Application]") + 1,
                jars.stream().map(jar -> CLASS_PATH + APP_DIR + "/" + jar).toList());
        return new LauncherConfig(file, changed);
    }

    /// The same with these options after its own.
    LauncherConfig withOptions(List<String> options) {
        var changed = new ArrayList<>(lines);
        options.forEach(option -> changed.add(OPTION + option));
        return new LauncherConfig(file, changed);
    }

    void write() {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
