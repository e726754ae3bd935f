package io.medianest.server.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Overseerr checks before anything else: the key, the member that it acts as, and the names of the query
/// parameters. Immutable.
final class OverseerrGate {
    private static final Set<String> PAGE = Set.of("page", "language");
    private static final Set<String> LIST = Set.of("take", "skip", "sort");
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "/api/v1/search", Set.of("query", "page", "language"),
            "/api/v1/discover/trending", PAGE,
            "/api/v1/discover/movies", Set.of("page", "language", "genre", "studio", "sortBy"),
            "/api/v1/discover/tv", Set.of("page", "language", "genre", "network", "sortBy"),
            "/api/v1/request", Set.of("take", "skip", "sort", "filter", "requestedBy"),
            "/api/v1/user", LIST);

    private final String apiKey;

    OverseerrGate(String apiKey) {
        this.apiKey = apiKey;
    }

    /// The reply of a call that may not pass.
    Optional<Reply> check(Call call) {
        if (call.path().equals("/api/v1/status")) {
            return Optional.empty();
        }
        var key = call.header("X-Api-Key");
        if (key.isEmpty()) {
            return Optional.of(errors(401, "/cookies", "cookie 'connect.sid' required"));
        }
        if (!key.get().equals(apiKey) || acting(call).isEmpty()) {
            return Optional.of(Reply.json(
                    403, Fields.of("status", 403).with("error", "You do not have permission to access this endpoint")));
        }
        return unknownParameter(call)
                .map(name -> errors(400, "/query/" + name, "Unknown query parameter '%s'".formatted(name)));
    }

    /// Who the call acts as: the owner, unless `X-API-User` names somebody else.
    DemoPerson caller(Call call) {
        return acting(call).orElse(DemoPerson.OWNER);
    }

    /// A refusal in the way of Overseerr's request validation.
    static Refusal invalid(String path, String message) {
        return new Refusal(errors(400, path, message));
    }

    private static Optional<DemoPerson> acting(Call call) {
        var named = call.header("X-API-User");
        if (named.isEmpty()) {
            return Optional.of(DemoPerson.OWNER);
        }
        return DemoPerson.HOUSEHOLD.stream()
                .filter(person -> Integer.toString(person.overseerrId()).equals(named.get()))
                .findFirst();
    }

    private static Optional<String> unknownParameter(Call call) {
        var known = call.path().endsWith("/recommendations")
                ? PAGE
                : PARAMETERS.getOrDefault(call.path(), Set.of("language"));
        return call.queryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst();
    }

    private static Reply errors(int status, String path, String message) {
        return Reply.json(
                status,
                Fields.of("message", message)
                        .with("errors", List.of(Fields.of("path", path).with("message", message))));
    }
}
