package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A Java runtime with what MediaNest needs and nothing else, JavaFX among its modules.
final class RuntimeImage {
    /// What `jdeps --print-module-deps` finds, and what only shows when it runs: curves of TLS (jdk.crypto.ec),
    /// German dates (jdk.localedata), Unsafe (jdk.unsupported), file systems in archives (jdk.zipfs), figures of
    /// heap and threads (jdk.management). Not jdk.jfr, which Jdbi would make ready at each start, in a tenth of a
    /// second.
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.security.sasl",
            "java.sql",
            "javafx.controls",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.localedata",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /// How dates are written in the languages of the window, and in those that somebody is likely to add by a file.
    private static final String LOCALES = "en,de,fr,es,it,pt,nl,pl,sv,da,nb,no,fi,cs,hu,tr,uk,ru,el";

    /// java itself stays: the demo starts its yt-dlp with it.
    private static final Set<String> UNUSED = Set.of("jfr", "jwebserver", "keytool", "jrunscript", "rmiregistry");

    /// Native libraries of java.desktop that only sounds and splash screens use.
    private static final List<String> SILENT = List.of("jsound", "splashscreen");

    private static final Set<String> NATIVE = Set.of("so", "dll", "dylib");

    private RuntimeImage() {}

    /// Links it anew into `target/runtime`.
    static Path link(Order order) {
        var modules = Trees.fresh(order.target().resolve("jmods"));
        for (Path jar : Trees.files(order.javafx())) {
            modular(jar, modules, order.target().resolve("javafx-parts"));
        }
        var runtime = Trees.fresh(order.target().resolve("runtime"));
        try {
            // jlink makes its directory itself.
            Files.delete(runtime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tools.jdk(
                "jlink",
                List.of(
                        "--module-path=" + modules,
                        "--add-modules=" + String.join(",", MODULES),
                        "--include-locales=" + LOCALES,
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-9",
                        "--output=" + runtime));
        slim(runtime, order.platform());
        return runtime;
    }

    /// Takes away what nobody starts or loads, and the names inside the native libraries where there is a tool for
    /// that.
    private static void slim(Path runtime, Platform platform) {
        try {
            for (String program : UNUSED) {
                Files.deleteIfExists(runtime.resolve("bin").resolve(platform.executable(program)));
            }
            for (String library : SILENT) {
                Files.deleteIfExists(runtime.resolve(platform.library(library)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (platform == Platform.LINUX && Tools.isThere("strip")) {
            var command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
            Trees.all(runtime).stream()
                    .filter(file -> file.toString().endsWith(".so"))
                    .map(Path::toString)
                    .forEach(command::add);
            Tools.system(Map.of(), command);
        }
    }

    /// Turns a JavaFX jar of this platform into a module that brings its native libraries along. Linked from the jar
    /// itself, they would be unpacked into everybody's home directory at the first start.
    private static void modular(Path jar, Path modules, Path parts) {
        ModuleDescriptor module =
                ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        if (module.isAutomatic()) {
            // What only points at the jar of the platform.
            return;
        }
        var classes = Trees.fresh(parts.resolve(module.name()).resolve("classes"));
        var natives = Trees.fresh(parts.resolve(module.name()).resolve("natives"));
        unpack(jar, classes, natives);
        Tools.jdk(
                "jmod",
                List.of(
                        "create",
                        "--class-path=" + classes,
                        "--libs=" + natives,
                        modules.resolve(module.name() + ".jmod").toString()));
    }

    private static void unpack(Path jar, Path classes, Path natives) {
        try (var archive = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            for (Path file : Trees.all(archive.getPath("/"))) {
                if (Files.isDirectory(file)) {
                    continue;
                }
                Path to = isNative(file)
                        ? natives.resolve(file.getFileName().toString())
                        : classes.resolve(file.toString().substring(1));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNative(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return NATIVE.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
