package io.medianest.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which program this is, as the build wrote it down.
final class Build {
    private Build() {}

    static String version() {
        var build = new Properties();
        try (var stream = Build.class.getResourceAsStream("build.properties")) {
            if (stream == null) {
                throw new IllegalStateException("build.properties is missing");
            }
            build.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "unknown");
    }
}
