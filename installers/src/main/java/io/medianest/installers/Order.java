package io.medianest.installers;

import java.nio.file.Path;
import java.time.Instant;

/// What is to be packaged.
///
/// @param module the directory of this module
/// @param mavenVersion the version of the build
/// @param timestamp the time that all files get, so that two builds of the same source are alike
/// @param trained whether a cache for the start is made
record Order(Path module, String mavenVersion, Instant timestamp, boolean trained, Platform platform) {
    static final String ID = "medianest";
    static final String VENDOR = "MediaNest";
    static final String SUMMARY = "One household's media desk";
    static final String HOMEPAGE = "https://medianest.example";

    PackageVersion version() {
        return PackageVersion.of(mavenVersion);
    }

    Path target() {
        return module.resolve("target");
    }

    /// Where finished packages go.
    Path dist() {
        return target().resolve("dist");
    }

    /// The program's class path.
    Path libraries() {
        return target().resolve("app");
    }

    Path javafx() {
        return target().resolve("javafx");
    }

    /// What is packaged as it stands in the source tree.
    Path source(String name) {
        return module.resolve("src/main").resolve(name);
    }

    Path licence() {
        return module.resolveSibling("LICENSE");
    }
}
