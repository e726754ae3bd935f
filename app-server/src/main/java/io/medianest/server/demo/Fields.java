package io.medianest.server.demo;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object in the making: the outside systems' field names in their order, with explicit nulls where the real
/// ones send them. Not thread-safe.
final class Fields {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    static Fields of(String name, @Nullable Object value) {
        return new Fields().with(name, value);
    }

    @CanIgnoreReturnValue
    Fields with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    @CanIgnoreReturnValue
    Fields withAll(Fields other) {
        values.putAll(other.values);
        return this;
    }

    @JsonValue
    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
