package io.medianest.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.Json;
import java.io.IOException;
import java.util.Objects;

/// The files that say how records are written.
public final class Golden {
    private Golden() {}

    /// Holds a record to its file in both directions.
    ///
    /// @param name of the file without `.json`
    public static void hold(String name, Object value) throws IOException {
        var golden = Json.strict().readTree(read(name));
        assertThat(Json.strict().readTree(Json.strict().writeValueAsBytes(value)))
                .isEqualTo(golden);
        assertThat((Object) Json.lenient().treeToValue(golden, value.getClass()))
                .isEqualTo(value);
    }

    /// @param name of the file without `.json`
    public static byte[] read(String name) throws IOException {
        var resource = "/golden/" + name + ".json";
        try (var stream = Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        }
    }
}
