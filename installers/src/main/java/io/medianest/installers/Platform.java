package io.medianest.installers;

import java.util.Locale;

/// The systems that packages are made for; each on itself.
enum Platform {
    LINUX,
    WINDOWS,
    MACOS;

    /// @param name as in the system property `os.name`
    static Platform named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") ? MACOS : LINUX;
    }

    /// What the program is called in this system's menus and folders.
    String programName() {
        return this == LINUX ? "medianest" : "MediaNest";
    }

    /// The file of a native library within a runtime.
    String library(String name) {
        return switch (this) {
            case LINUX -> "lib/lib" + name + ".so";
            case WINDOWS -> "bin/" + name + ".dll";
            case MACOS -> "lib/lib" + name + ".dylib";
        };
    }

    /// The file of a program, as the runtime's own are named.
    String executable(String name) {
        return this == WINDOWS ? name + ".exe" : name;
    }
}
