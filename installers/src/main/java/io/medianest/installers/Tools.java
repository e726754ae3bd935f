package io.medianest.installers;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Runs the JDK's tools and those of the system. Their output shows only when they fail.
final class Tools {
    private Tools() {}

    /// A tool of the JDK that runs now.
    static void jdk(String name, List<String> arguments) {
        var tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new PackagingException("This JDK has no %s: use a whole JDK 25".formatted(name)));
        var said = new StringWriter();
        var out = new PrintWriter(said);
        if (tool.run(out, out, arguments.toArray(String[]::new)) != 0) {
            throw new PackagingException("%s failed: %s".formatted(name, said));
        }
    }

    /// jpackage, which does not take options of the form `--name=value` as the others do.
    static void jpackage(List<String> options) {
        jdk(
                "jpackage",
                options.stream()
                        .flatMap(option -> Arrays.stream(option.split("=", 2)))
                        .toList());
    }

    /// A program of the system.
    static void system(Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new PackagingException("%s failed: %s".formatted(command.getFirst(), said));
            }
        } catch (IOException e) {
            throw new PackagingException(
                    "%s cannot be run (%s): is it installed?".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackagingException("Interrupted during " + command.getFirst(), e);
        }
    }

    /// Whether the system has a program of this name.
    static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve(program)));
    }
}
