package io.medianest.installers;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the build in the words of each packaging system, each of which has its own idea of what is newer.
record PackageVersion(int major, int minor, int patch, String qualifier) {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-([0-9A-Za-z.-]+))?");

    /// @param version as Maven has it, for example `0.1.0-SNAPSHOT`
    static PackageVersion of(String version) {
        Matcher form = FORM.matcher(version);
        if (!form.matches()) {
            throw new PackagingException(
                    "The version %s cannot be packaged: write three numbers and perhaps a word, as in 0.2.0-rc.1"
                            .formatted(version));
        }
        return new PackageVersion(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                form.group(4) == null ? "" : form.group(4));
    }

    /// Three numbers: all that Windows Installer compares. It takes a snapshot and its release for the same.
    String numbers() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }

    /// For Debian: what follows a tilde is older than nothing.
    String debian() {
        return qualifier.isEmpty() ? numbers() : numbers() + "~" + qualifier.toLowerCase(Locale.ROOT);
    }

    /// For rpm, which knows the tilde as well but takes no hyphen.
    String rpm() {
        return debian().replace('-', '.');
    }

    /// For jpackage on macOS, which insists on a first number above zero; the bundle then gets [#numbers()].
    String jpackageOnMac() {
        return "%d.%d.%d".formatted(major + 1, minor, patch);
    }

    /// For file names.
    String plain() {
        return qualifier.isEmpty() ? numbers() : numbers() + "-" + qualifier;
    }
}
