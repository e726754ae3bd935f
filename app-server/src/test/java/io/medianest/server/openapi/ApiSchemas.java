package io.medianest.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The schemas of the document, and whether JSON is as they say. Thread-safe.
public final class ApiSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build());

    private final JsonNode document;
    private final Map<JsonNode, Schema> built = new ConcurrentHashMap<>();

    /// @param document the whole document
    public ApiSchemas(JsonNode document) {
        this.document = document;
    }

    /// What is wrong with a value, in words; nothing when it is as the schema says and has no field that the schema
    /// does not mention. Clients take unknown fields; the document must still know them all.
    public List<String> problems(JsonNode schema, JsonNode value) {
        return Stream.concat(violations(schema, value).stream(), unmentioned(schema, value, ""))
                .toList();
    }

    /// What breaks the schema. Fields that it does not mention do not.
    public List<String> violations(JsonNode schema, JsonNode value) {
        return built
                .computeIfAbsent(schema, this::build)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// References lead into the components, which therefore have to stand in the schema itself.
    private Schema build(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(whole);
    }

    private Stream<String> unmentioned(JsonNode schema, JsonNode value, String at) {
        if (value.isArray()) {
            var items = resolved(schema).path("items");
            return items.isMissingNode()
                    ? Stream.of()
                    : value.valueStream().flatMap(item -> unmentioned(items, item, at + "[]"));
        }
        Map<String, JsonNode> known = new LinkedHashMap<>();
        collect(schema, known);
        if (!value.isObject() || known.isEmpty()) {
            return Stream.of();
        }
        return value.properties().stream()
                .flatMap(field -> known.containsKey(field.getKey())
                        ? unmentioned(known.get(field.getKey()), field.getValue(), at + "." + field.getKey())
                        : Stream.of("%s.%s is not mentioned in the document".formatted(at, field.getKey())));
    }

    /// The properties of an object's schema, with those of the schemas that it is made of.
    void collect(JsonNode schema, Map<String, JsonNode> properties) {
        var resolved = resolved(schema);
        resolved.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        resolved.path("allOf").forEach(part -> collect(part, properties));
    }

    /// What a reference refers to; anything else as it is.
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText("");
        if (reference.isEmpty()) {
            return node;
        }
        var target = document.at(reference.substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError("the document has no " + reference);
        }
        return resolved(target);
    }
}
