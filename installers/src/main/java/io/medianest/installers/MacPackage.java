package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The .dmg, made by jpackage. The signature is the one without a name that Apple's processors ask of every program; a
/// real one is given afterwards (docs/releasing.md).
final class MacPackage {
    private static final String END = "</dict>";

    private MacPackage() {}

    static void make(Order order, AppImage image) {
        describe(order, image.root().resolve("Contents/Info.plist"));
        // What jpackage had signed has changed since: class path, cache, description.
        Tools.system(
                Map.of(),
                List.of(
                        "codesign",
                        "--force",
                        "--deep",
                        "--sign",
                        "-",
                        image.root().toString()));
        Tools.jpackage(List.of(
                "--type=dmg",
                "--name=" + order.platform().programName(),
                "--app-image=" + image.root(),
                "--dest=" + order.dist(),
                "--app-version=" + AppImage.jpackageVersion(order)));
        named(order);
    }

    private static void describe(Order order, Path plist) {
        try {
            Files.writeString(
                    plist,
                    described(
                            order.version(),
                            Files.readString(plist),
                            Files.readString(order.source("macos/links.plist"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The description with the true version and the links that the program opens.
    ///
    /// @param links entries of a property list
    static String described(PackageVersion version, String plist, String links) {
        int end = plist.lastIndexOf(END);
        if (end < 0) {
            throw new PackagingException("The Info.plist that jpackage wrote has no " + END);
        }
        String complete = plist.substring(0, end) + links + plist.substring(end);
        return complete.replace(
                "<string>" + version.jpackageOnMac() + "</string>", "<string>" + version.numbers() + "</string>");
    }

    private static void named(Order order) {
        String name = order.platform().programName();
        try {
            Files.move(
                    order.dist()
                            .resolve("%s-%s.dmg".formatted(name, order.version().jpackageOnMac())),
                    order.dist()
                            .resolve("%s-%s.dmg".formatted(name, order.version().plain())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
