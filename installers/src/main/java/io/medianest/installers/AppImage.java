package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The program as a directory that runs where it stands: launchers, runtime, class path.
final class AppImage {
    static final String SERVER = "medianest-server";
    private static final String CACHE = "medianest.aot";

    /// Has a window that one person looks at begin sooner: a collector without threads of its own, and an optimising
    /// compiler that waits until something has run twenty times as often as usual. A start ends before that,
    /// scrolling needs it. What waits for it is not counted in detail meanwhile, which is quicker. A server that
    /// many ask has none of this.
    private static final List<String> FOR_THE_WINDOW = List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000",
            "-XX:Tier3DelayOn=0",
            "-XX:Tier3DelayOff=0");

    private final Order order;
    private final Path root;

    private AppImage(Order order, Path root) {
        this.order = order;
        this.root = root;
    }

    /// Makes it anew with jpackage.
    static AppImage make(Order order, Path runtime, Icons icons) {
        var work = Trees.fresh(order.target().resolve("image-work"));
        var images = Trees.fresh(order.target().resolve("image"));
        try {
            var arguments = new ArrayList<>(List.of(
                    "--type=app-image",
                    "--name=" + order.platform().programName(),
                    "--dest=" + images,
                    "--input=" + order.libraries(),
                    "--main-jar=app-desktop-" + order.mavenVersion() + ".jar",
                    "--main-class=io.medianest.desktop.Main",
                    "--runtime-image=" + runtime,
                    "--icon=" + icon(order, icons, work),
                    "--app-version=" + jpackageVersion(order),
                    "--vendor=" + Order.VENDOR,
                    "--description=" + Order.SUMMARY,
                    "--copyright=Apache License 2.0",
                    "--java-options=--enable-native-access=ALL-UNNAMED,javafx.graphics",
                    // Java 25 sometimes takes one saved adapter for another, notices, and says so at every start.
                    "--java-options=-XX:+UnlockDiagnosticVMOptions",
                    "--java-options=-XX:-AOTAdapterCaching",
                    // Moving the cache to a random address would touch all of it, a tenth of a second at each start.
                    "--java-options=-XX:ArchiveRelocationMode=0",
                    "--add-launcher=" + SERVER + "=" + serverLauncher(order, work)));
            if (order.platform() == Platform.MACOS) {
                arguments.add("--mac-package-identifier=io.medianest.MediaNest");
            }
            Tools.jpackage(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String bundle = order.platform() == Platform.MACOS ? ".app" : "";
        return new AppImage(order, images.resolve(order.platform().programName() + bundle));
    }

    static String jpackageVersion(Order order) {
        return order.platform() == Platform.MACOS
                ? order.version().jpackageOnMac()
                : order.version().numbers();
    }

    private static Path icon(Order order, Icons icons, Path work) throws IOException {
        return switch (order.platform()) {
            case LINUX -> Files.write(work.resolve("medianest.png"), icons.png(512));
            case WINDOWS -> Files.write(work.resolve("medianest.ico"), icons.ico());
            case MACOS -> Files.write(work.resolve("medianest.icns"), icons.icns());
        };
    }

    private static Path serverLauncher(Order order, Path work) throws IOException {
        return Files.write(
                work.resolve("server.properties"),
                List.of(
                        "main-jar=app-server-" + order.mavenVersion() + ".jar",
                        "main-class=io.medianest.server.ServerMain",
                        "description=The server of MediaNest\\, without a window",
                        "linux-shortcut=false",
                        "win-console=true",
                        "win-menu=false",
                        "win-shortcut=false"));
    }

    Path root() {
        return root;
    }

    /// Where class path and settings of the launchers are.
    Path app() {
        return switch (order.platform()) {
            case LINUX -> root.resolve("lib/app");
            case WINDOWS -> root.resolve("app");
            case MACOS -> root.resolve("Contents/app");
        };
    }

    Path runtime() {
        return switch (order.platform()) {
            case LINUX -> root.resolve("lib/runtime");
            case WINDOWS -> root.resolve("runtime");
            case MACOS -> root.resolve("Contents/runtime/Contents/Home");
        };
    }

    LauncherConfig window() {
        return LauncherConfig.read(app().resolve(order.platform().programName() + ".cfg"));
    }

    private List<LauncherConfig> launchers() {
        return List.of(window(), LauncherConfig.read(app().resolve(SERVER + ".cfg")));
    }

    /// Gives all launchers the same class path and everything the same time; what comes later must change neither.
    void settle() {
        List<String> jars;
        try (Stream<Path> files = Files.list(app())) {
            jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launchers().forEach(launcher -> launcher.withJars(jars).write());
        touch();
    }

    /// Takes the cache for the start in, and has all launchers use it. What it holds, classes and the objects they
    /// begin with, is good for every compiler and collector.
    void adopt(Path cache) {
        try {
            Files.move(cache, app().resolve(CACHE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = List.of("-XX:AOTCache=$APPDIR/" + CACHE);
        launchers().forEach(launcher -> launcher.withOptions(options).write());
        window().withOptions(FOR_THE_WINDOW).write();
        touch();
    }

    private void touch() {
        Trees.settle(root, order.timestamp(), order.platform());
    }
}
