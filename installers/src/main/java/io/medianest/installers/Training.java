package io.medianest.installers;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lets the packaged program walk through its screens once, with the demo behind it and the options that ship, so that
/// Java writes down what a start needs: the cache for the start. Window and server are in it alike.
final class Training {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Pattern PORT = Pattern.compile("answers on port (\\d+)");
    private static final List<String> PAGES =
            List.of("/", "/main.js", "/docs", "/api/v1/health", "/api/v1/server/info", "/api/v1/dashboard/status");

    private final Order order;
    private final AppImage image;
    private final Path work;

    Training(Order order, AppImage image) {
        this.order = order;
        this.image = image;
        this.work = Trees.fresh(order.target().resolve("training"));
    }

    /// Trains and tells where the cache is.
    Path run() {
        Path cache = work.resolve("start.aot");
        try {
            var process = new ProcessBuilder(command(cache))
                    .redirectErrorStream(true)
                    .directory(work.toFile())
                    .start();
            process.getOutputStream().close();
            var killer = Thread.ofVirtual().start(() -> giveUp(process));
            List<String> said = follow(process);
            int code = process.waitFor();
            killer.interrupt();
            if (code != 0 || !Files.exists(cache)) {
                throw new PackagingException("The training of the start ended with %d and %s cache:%n%s"
                        .formatted(code, Files.exists(cache) ? "a" : "no", String.join("\n", said)));
            }
            return cache;
        } catch (IOException e) {
            throw new PackagingException("The training of the start could not run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackagingException("Interrupted while training the start", e);
        }
    }

    private List<String> command(Path cache) {
        var command = new ArrayList<>(screen());
        command.add(image.runtime()
                .resolve("bin")
                .resolve(order.platform().executable("java"))
                .toString());
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(image.window().options(image.app()));
        // Profiles of what ran would make the cache an eighth larger and keep the compilers busy during the start.
        command.add("-XX:-AOTRecordTraining");
        if (screen().isEmpty() && needsScreen()) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of(
                "-Dmedianest.rehearsal=true",
                "-Djava.util.prefs.userRoot=" + work.resolve("preferences"),
                "-classpath",
                String.join(
                        File.pathSeparator,
                        image.window().jars().stream()
                                .map(jar -> image.app().resolve(jar).toString())
                                .toList()),
                "io.medianest.desktop.Main",
                "--demo",
                "--server.host=127.0.0.1",
                "--server.port=0",
                "--server.mdns=false",
                "--data.dir=" + work.resolve("data")));
        return command;
    }

    /// A screen that nobody sees, so that the real window system is in the cache and no window flickers.
    private List<String> screen() {
        return order.platform() == Platform.LINUX && Tools.isThere("xvfb-run")
                ? List.of("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x800x24")
                : List.of();
    }

    private boolean needsScreen() {
        return order.platform() == Platform.LINUX;
    }

    private List<String> follow(Process process) throws IOException {
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                Matcher port = PORT.matcher(line);
                if (port.find()) {
                    Thread.ofVirtual().start(() -> ask(Integer.parseInt(port.group(1))));
                }
            }
        }
        return said;
    }

    /// As a phone would.
    private static void ask(int port) {
        try (var http = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                        .timeout(Duration.ofSeconds(30))
                        .build();
                http.send(request, BodyHandlers.discarding());
            }
        } catch (IOException _) {
            // The window asks the same server: what it needs is trained without these pages, too.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void giveUp(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                        .forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
