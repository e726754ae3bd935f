package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A schema that bears the name of a record has its fields: no more, no less.
class RecordSchemasTest {
    /// Fields that replies have besides their record's: an older copy is marked as one.
    private static final Set<String> MARKS = Set.of("stale");

    private final JsonNode document =
            read(OpenApiDocument.assemble("1", List.of()).json());
    private final ApiSchemas schemas = new ApiSchemas(document);

    private static JsonNode read(String json) {
        try {
            return Json.strict().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    @DisplayName("schemas and records of the same name have the same fields, and what is never null is required")
    Stream<DynamicTest> sameFields() {
        return new ClassFileImporter()
                .importPackages("io.medianest.model").stream()
                        .filter(type -> type.isRecord() && hasSchema(type.getSimpleName()))
                        .filter(type ->
                                type.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(JsonValue.class)))
                        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> compare(type.reflect())));
    }

    private boolean hasSchema(String name) {
        return document.path("components").path("schemas").has(name) && !name.equals("Envelope");
    }

    private void compare(Class<?> type) {
        var schema = document.path("components").path("schemas").path(type.getSimpleName());
        Map<String, JsonNode> documented = new LinkedHashMap<>();
        schemas.collect(schema, documented);
        var fields = components(type).map(RecordSchemasTest::nameOf).toList();
        documented.keySet().removeIf(name -> MARKS.contains(name) && !fields.contains(name));
        assertThat(documented.keySet()).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(required(schema))
                .containsAll(components(type)
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordSchemasTest::nameOf)
                        .toList());
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private Set<String> required(JsonNode schema) {
        var names = new TreeSet<String>();
        var resolved = schemas.resolved(schema);
        resolved.path("required").forEach(name -> names.add(name.asText()));
        resolved.path("allOf").forEach(part -> names.addAll(required(part)));
        return names;
    }
}
