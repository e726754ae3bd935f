package io.medianest.server.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.medianest.model.api.Json;
import io.medianest.server.platform.http.ApiRouting.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// The description of the API in OpenAPI's words: hand-written parts, one a feature, joined into one document. What the
/// route tables know better – who may use an operation, and how anybody else is answered – is added from there.
/// Immutable.
///
/// @param json the document
/// @param yaml the same document
record OpenApiDocument(String json, String yaml) {
    private static final String FRAME = "openapi";

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build());

    /// Joins the parts.
    ///
    /// @param endpoints the operations that the server has
    static OpenApiDocument assemble(String version, List<Endpoint> endpoints) {
        var document = read(FRAME);
        for (var part : document.remove("x-parts")) {
            join(document, read(part.asText()));
        }
        ((ObjectNode) document.path("info")).put("version", version);
        var byAccess = document.remove("x-access");
        for (var endpoint : endpoints) {
            if (document.path("paths").path(endpoint.path()).path(method(endpoint)) instanceof ObjectNode operation) {
                complete(operation, endpoint, byAccess);
            }
        }
        try {
            return new OpenApiDocument(Json.strict().writeValueAsString(document), YAML.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode read(String part) {
        try (var in = OpenApiDocument.class.getResourceAsStream(part + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + part + ".yaml");
            }
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts what `more` has into `all`, object by object. Nothing may be said twice.
    private static void join(ObjectNode all, ObjectNode more) {
        more.properties().forEach(entry -> {
            var known = all.get(entry.getKey());
            if (known == null) {
                all.set(entry.getKey(), entry.getValue());
            } else if (known instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode addition) {
                join(inner, addition);
            } else {
                throw new IllegalStateException("the description of the API says twice what " + entry.getKey() + " is");
            }
        });
    }

    private static void complete(ObjectNode operation, Endpoint endpoint, JsonNode byAccess) {
        var access = byAccess.path(endpoint.access().name());
        operation.set("x-access", access.path("name"));
        if (!operation.has("security")) {
            operation.set("security", security(access, endpoint));
        }
        refer(operation, access.path("replies"));
        refer(operation, byAccess.path("always"));
        if (operation.has("requestBody")) {
            refer(operation, byAccess.path("withBody"));
        }
    }

    /// A change by cookie needs its token as well.
    private static JsonNode security(JsonNode access, Endpoint endpoint) {
        var ways = access.path("security").deepCopy();
        if (!endpoint.method().equals("GET")) {
            ways.findParents("cookie").forEach(way -> ((ObjectNode) way).putArray("csrf"));
        }
        return ways;
    }

    /// Adds the replies that an operation does not name itself.
    private static void refer(ObjectNode operation, JsonNode replies) {
        var named = operation.withObjectProperty("responses");
        replies.properties()
                .forEach(reply -> named.putIfAbsent(
                        reply.getKey(),
                        Json.strict()
                                .createObjectNode()
                                .put(
                                        "$ref",
                                        "#/components/responses/"
                                                + reply.getValue().asText())));
    }

    private static String method(Endpoint endpoint) {
        return endpoint.method().toLowerCase(Locale.ROOT);
    }
}
