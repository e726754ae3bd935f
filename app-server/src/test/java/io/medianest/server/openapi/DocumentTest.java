package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.ApiRouting.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The document by itself: whole, and true to its own schemas and to the records that travel.
class DocumentTest {
    private final OpenApiDocument assembled = OpenApiDocument.assemble(
            "1.2.3",
            List.of(
                    new Endpoint("POST", "/media/request", Access.USER),
                    new Endpoint("GET", "/health", Access.PUBLIC_UNCOUNTED)));
    private final JsonNode document = read(assembled.json());
    private final ApiSchemas schemas = new ApiSchemas(document);

    private static JsonNode read(String json) {
        try {
            return Json.strict().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("it is the same in YAML as in JSON")
    void yaml() throws IOException {
        assertThat(new YAMLMapper().readTree(assembled.yaml())).isEqualTo(document);
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
    }

    @Test
    @DisplayName("what an operation may be answered with follows from who may use it")
    void access() {
        var request = document.at("/paths/~1media~1request/post");
        assertThat(request.path("security").toString()).isEqualTo("""
                [{"bearer":[]},{"cookie":[],"csrf":[]}]""");
        assertThat(names(request.path("responses"))).contains("201", "401", "403", "413", "415", "429");
        assertThat(request.at("/responses/404/$ref").asText())
                .as("its own word goes before")
                .endsWith("/NotFound");

        var health = document.at("/paths/~1health/get");
        assertThat(health.path("security")).isEmpty();
        assertThat(names(health.path("responses"))).contains("400").doesNotContain("401", "429");
    }

    @Test
    @DisplayName("each operation has a name of its own, a summary, a description, a tag that is explained, and replies")
    void complete() {
        var tags = document.path("tags").findValuesAsText("name");
        var names = new ArrayList<String>();
        for (var operation : operations().entrySet()) {
            var node = operation.getValue();
            assertThat(node.path("operationId").asText()).as(operation.getKey()).matches("[a-z][A-Za-z]+");
            assertThat(node.path("summary").asText()).as(operation.getKey()).isNotBlank();
            assertThat(node.path("description").asText()).as(operation.getKey()).isNotBlank();
            assertThat(node.path("tags").valueStream().map(JsonNode::asText))
                    .as(operation.getKey())
                    .hasSize(1)
                    .allMatch(tags::contains);
            names.add(node.path("operationId").asText());
        }
        assertThat(names).doesNotHaveDuplicates();
        assertThat(tags)
                .allMatch(tag -> operations().values().stream()
                        .anyMatch(operation -> operation.at("/tags/0").asText().equals(tag)));
    }

    @Test
    @DisplayName("each parameter is described; those of the path are all there, with an example")
    void parameters() {
        operations().forEach((name, operation) -> {
            var inPath = new ArrayList<String>();
            operation.path("parameters").valueStream().map(schemas::resolved).forEach(parameter -> {
                assertThat(parameter.path("description").asText()).as(name).isNotBlank();
                assertThat(parameter.has("schema")).as(name).isTrue();
                if (parameter.path("in").asText().equals("path")) {
                    inPath.add("{" + parameter.path("name").asText() + "}");
                    assertThat(parameter.path("example").asText())
                            .as("%s: example of %s", name, parameter.path("name"))
                            .isNotBlank();
                }
            });
            assertThat(name.lines()
                            .flatMap(line -> Arrays.stream(line.split("[ /]")))
                            .filter(part -> part.startsWith("{")))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(inPath);
        });
    }

    @Test
    @DisplayName("each JSON body has an example, which is as its schema says")
    void examples() {
        operations().forEach((name, operation) -> {
            assertExample(name + ": request", schemas.resolved(operation.path("requestBody")));
            operation.path("responses").properties().forEach(reply -> {
                var response = schemas.resolved(reply.getValue());
                assertThat(response.path("description").asText()).as(name).isNotBlank();
                assertExample(name + ": " + reply.getKey(), response);
            });
        });
    }

    private void assertExample(String what, JsonNode body) {
        var media = body.at("/content/application~1json");
        if (media.isMissingNode()) {
            return;
        }
        assertThat(media.has("example")).as("%s has an example", what).isTrue();
        assertThat(schemas.problems(media.path("schema"), media.path("example")))
                .as(what)
                .isEmpty();
    }

    @Test
    @DisplayName("a value that is not as the schema says, and a field that it does not mention, is a problem")
    void sharpness() {
        var schema = document.at("/components/schemas/ApiProblem");
        assertThat(schemas.problems(schema, read("{\"code\":\"NOT_FOUND\",\"message\":\"no\"}")))
                .isEmpty();
        assertThat(schemas.problems(schema, read("{\"code\":\"NOT_FOUND\"}"))).hasSize(1);
        assertThat(schemas.problems(schema, read("{\"code\":\"OTHER\",\"message\":7}")))
                .hasSize(2);
        assertThat(schemas.problems(schema, read("{\"code\":\"NOT_FOUND\",\"message\":\"no\",\"more\":1}")))
                .containsExactly(".more is not mentioned in the document");
    }

    @Test
    @DisplayName("it knows every error code that the server can send")
    void errorCodes() {
        assertThat(document.at("/components/schemas/ErrorCode/enum")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .filter(code -> code != ErrorCode.UNKNOWN)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    @DisplayName("all references lead somewhere, and everything that is defined is used")
    void references() {
        var used = document.findValuesAsText("$ref");
        used.forEach(reference -> assertThat(document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        for (var kind : List.of("schemas", "responses", "parameters", "requestBodies", "headers")) {
            for (var defined : names(document.path("components").path(kind))) {
                if (!defined.equals("Envelope") && !kind.equals("responses")) {
                    assertThat(used).as("uses of %s", defined).contains("#/components/" + kind + "/" + defined);
                }
            }
        }
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private Map<String, JsonNode> operations() {
        var operations = new LinkedHashMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.put(method.getKey() + " " + path.getKey(), method.getValue())));
        return operations;
    }
}
