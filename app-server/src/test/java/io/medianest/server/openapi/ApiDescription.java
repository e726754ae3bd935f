package io.medianest.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The document as a running server gives it. Thread-safe.
public record ApiDescription(JsonNode document, ApiSchemas schemas, List<Operation> operations) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]+}");

    public static ApiDescription of(Wire wire) throws IOException {
        var document = wire.send("GET /api/v1/openapi.json").json();
        var schemas = new ApiSchemas(document);
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                schemas, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return new ApiDescription(document, schemas, List.copyOf(operations));
    }

    /// The operation that a request is one of. Where two fit, the one with fewer parameters.
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.takes(path))
                .min(Comparator.comparingLong(operation ->
                        PARAMETER.matcher(operation.path()).results().count()));
    }

    /// One method of one path.
    public record Operation(ApiSchemas schemas, String method, String path, JsonNode node) {
        boolean takes(String other) {
            var pattern = Stream.of(path.split("/", -1))
                    .map(part -> PARAMETER.matcher(part).matches() ? "[^/]+" : Pattern.quote(part))
                    .collect(Collectors.joining("/"));
            return other.matches(pattern);
        }

        /// For example `GET /media/requests/{id}`.
        public String name() {
            return method + " " + path;
        }

        public boolean isForSignedIn() {
            var ways = node.path("security");
            return ways.findValue("bearer") != null && ways.valueStream().noneMatch(JsonNode::isEmpty);
        }

        public boolean isForAdmins() {
            return node.path("x-access").asText().equals("admins");
        }

        public List<JsonNode> parameters() {
            return node.path("parameters").valueStream().map(schemas::resolved).toList();
        }

        Set<String> queryParameters() {
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(Collectors.toSet());
        }

        /// Queries with each of the values that stand to choice, together with what has to be there: what has an
        /// example.
        public List<String> queries() {
            var needed = parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query") && parameter.has("example"))
                    .map(parameter -> query(parameter, parameter.path("example")) + "&")
                    .collect(Collectors.joining());
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .flatMap(parameter -> schemas.resolved(parameter.path("schema"))
                            .path("enum")
                            .valueStream()
                            .map(value -> needed + query(parameter, value)))
                    .toList();
        }

        private static String query(JsonNode parameter, JsonNode value) {
            return parameter.path("name").asText() + "=" + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
        }

        public JsonNode requestBody() {
            return schemas.resolved(node.path("requestBody"));
        }

        public JsonNode response(int status) {
            return schemas.resolved(node.path("responses").path(Integer.toString(status)));
        }

        /// What is wrong with a reply to this operation, in words.
        public List<String> problems(Wire.Answer answer) throws IOException {
            var response = response(answer.status());
            if (response.isMissingNode()) {
                return List.of("status %d is not documented".formatted(answer.status()));
            }
            if (!response.has("content")) {
                return answer.body().isEmpty() ? List.of() : List.of("a body, where none is documented");
            }
            var type = answer.header("Content-Type").replaceFirst(";.*", "");
            var content = response.path("content");
            var media = content.has(type) ? content.path(type) : content.path(type.replaceFirst("/.*", "/*"));
            if (media.isMissingNode()) {
                return List.of("the type %s is not documented".formatted(type));
            }
            if (!type.equals("application/json")) {
                return answer.body().isEmpty() ? List.of("an empty body") : List.of();
            }
            return Stream.concat(
                            schemas.problems(media.path("schema"), answer.json()).stream(),
                            unmentionedCode(response, answer.json()))
                    .toList();
        }

        private static Stream<String> unmentionedCode(JsonNode response, JsonNode body) {
            var code = body.at("/error/code").asText();
            return code.isEmpty() || response.path("description").asText().contains("`" + code + "`")
                    ? Stream.of()
                    : Stream.of("the description of the reply does not mention `%s`".formatted(code));
        }
    }
}
