package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.medianest.model.api.Json;
import io.medianest.server.openapi.ApiDescription.Operation;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Uses the API as clients do, and holds each request and each reply to the document. Used by one thread.
public final class ApiWalker {
    private final ApiDescription description;
    private final Wire wire;
    private final List<String> headers;
    private final Map<String, Set<Integer>> seen;

    public ApiWalker(ApiDescription description, Wire wire) {
        this(description, wire, List.of(), new TreeMap<>());
    }

    private ApiWalker(ApiDescription description, Wire wire, List<String> headers, Map<String, Set<Integer>> seen) {
        this.description = description;
        this.wire = wire;
        this.headers = headers;
        this.seen = seen;
    }

    /// The same walk with other headers, for example `Authorization: Bearer …`.
    public ApiWalker with(String... others) {
        return new ApiWalker(description, wire, List.of(others), seen);
    }

    /// Asks for something that must succeed.
    ///
    /// @param line for example `GET /media/requests?page=1`
    /// @return the body; null JSON when it is none
    public JsonNode good(String line) throws IOException {
        return good(line, null);
    }

    /// Sends something that must succeed.
    public JsonNode good(String line, @Nullable String json) throws IOException {
        var operation = operation(line);
        assertThat(requestProblems(operation, line, json)).as(line).isEmpty();
        return succeeded(line, send(operation, line, json));
    }

    /// Sends a form, with the boundary `x`, that must succeed.
    public void goodForm(String line, String form) throws IOException {
        var operation = operation(line);
        assertThat(operation.requestBody().path("content").has("multipart/form-data"))
                .as("%s is documented to take a form", line)
                .isTrue();
        var body = form.getBytes(StandardCharsets.UTF_8);
        var type = "multipart/form-data; boundary=x";
        succeeded(line, checked(operation, line, wire.sendBody(address(line), body, type, headers())));
    }

    private static JsonNode succeeded(String line, Wire.Answer answer) throws IOException {
        assertThat(answer.status()).as("status of %s: %s", line, answer.body()).isBetween(200, 399);
        return answer.header("Content-Type").startsWith("application/json") ? answer.json() : NullNode.instance;
    }

    /// Asks for something that must be refused.
    ///
    /// @param error status, code and details if there are any, for example `400 VALIDATION_ERROR page`
    public void bad(String error, String line) throws IOException {
        bad(error, line, null);
    }

    /// Sends something that must be refused.
    public void bad(String error, String line, @Nullable String json) throws IOException {
        assertThat(send(operation(line), line, json).error()).as(line).isEqualTo(error);
    }

    /// Sends something, whatever comes of it.
    public Wire.Answer sent(String line, @Nullable String json) throws IOException {
        return send(operation(line), line, json);
    }

    /// The operations that did not succeed once, and be refused once.
    public List<String> leftOut() {
        return description.operations().stream()
                .map(Operation::name)
                .filter(name -> {
                    var statuses = seen.getOrDefault(name, Set.of());
                    return statuses.stream().noneMatch(status -> status < 400)
                            || statuses.stream().noneMatch(status -> status >= 400);
                })
                .toList();
    }

    private Operation operation(String line) {
        var parts = line.split("[ ?]", 3);
        return description
                .find(parts[0], parts[1])
                .orElseThrow(() -> new AssertionError("the document does not have " + line));
    }

    private Wire.Answer send(Operation operation, String line, @Nullable String json) throws IOException {
        var request = address(line);
        return checked(
                operation,
                line,
                json == null ? wire.send(request, headers()) : wire.sendJson(request, json, headers()));
    }

    private static String address(String line) {
        return line.replaceFirst(" ", " /api/v1");
    }

    private String[] headers() {
        return headers.toArray(String[]::new);
    }

    /// Notes a reply, and holds it to the document.
    private Wire.Answer checked(Operation operation, String line, Wire.Answer answer) throws IOException {
        seen.computeIfAbsent(operation.name(), name -> new TreeSet<>()).add(answer.status());
        assertThat(operation.problems(answer))
                .as("the reply to %s: %d %s", line, answer.status(), answer.text())
                .isEmpty();
        return answer;
    }

    /// A good request uses documented parameters only, and a body as documented.
    private List<String> requestProblems(Operation operation, String line, @Nullable String json) throws IOException {
        var query = line.contains("?") ? line.substring(line.indexOf('?') + 1) : "";
        var unknown = Arrays.stream(query.split("&"))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty() && !operation.queryParameters().contains(name))
                .map(name -> "the parameter %s is not documented".formatted(name))
                .toList();
        if (!unknown.isEmpty() || json == null) {
            return unknown;
        }
        var schema = operation.requestBody().at("/content/application~1json/schema");
        return schema.isMissingNode()
                ? List.of("a body is not documented")
                : description.schemas().problems(schema, Json.strict().readTree(json));
    }
}
