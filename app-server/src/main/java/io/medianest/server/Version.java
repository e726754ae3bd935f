package io.medianest.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which MediaNest this is, as the build wrote it down.
public final class Version {
    private Version() {}

    /// Such as `1.4.0`.
    public static String current() {
        var build = new Properties();
        try (var stream = Version.class.getResourceAsStream("build.properties")) {
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
