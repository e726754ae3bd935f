package io.medianest.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Replies that real services gave.
public final class Samples {
    private Samples() {}

    /// @param path below `src/test/resources`
    public static String read(String path) {
        try (var stream = Objects.requireNonNull(Samples.class.getResourceAsStream("/" + path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
