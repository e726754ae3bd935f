package io.medianest.installers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Makes this system's packages. Run by the build: `./mvnw -q package -Pinstaller`.
public final class PackagingMain {
    private final PrintStream out;

    private PackagingMain(PrintStream out) {
        this.out = out;
    }

    /// @param arguments directory of the module, version, timestamp, whether a cache for the start is made
    public static void main(String[] arguments) {
        var order = new Order(
                Path.of(arguments[0]),
                arguments[1],
                Instant.parse(arguments[2]),
                Boolean.parseBoolean(arguments[3]),
                Platform.named(System.getProperty("os.name")));
        try {
            new PackagingMain(System.out).make(order);
        } catch (PackagingException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void make(Order order) {
        var icons = Icons.of(order.source("icon/medianest.svg"));
        Trees.fresh(order.dist());
        Licences.add(order);
        Path runtime = step("runtime", () -> RuntimeImage.link(order));
        StyleSheets.compile(order, runtime);
        AppImage image = step("program", () -> AppImage.make(order, runtime, icons));
        image.settle();
        if (order.trained()) {
            image.adopt(step("training", () -> new Training(order, image).run()));
        }
        step("packages", () -> {
            pack(order, image, icons);
            return order;
        });
        Trees.files(order.dist()).forEach(file -> out.printf("made %s%n", file));
    }

    private static void pack(Order order, AppImage image, Icons icons) {
        switch (order.platform()) {
            case LINUX -> new LinuxPackages(order, image, icons).make();
            case WINDOWS -> WindowsPackage.make(order, image);
            case MACOS -> MacPackage.make(order, image);
        }
    }

    private <T> T step(String name, Supplier<T> work) {
        long begin = System.nanoTime();
        T made = work.get();
        out.printf(
                "%-9s %3d s%n",
                name, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return made;
    }
}
