package io.medianest.server.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A stand-in's paths and who answers them. Filled once, then read by many threads.
final class RouteList {
    private final List<Route> routes = new ArrayList<>();
    private Function<Call, Optional<Reply>> guard = call -> Optional.empty();
    private Function<Call, Reply> otherwise = call -> Reply.json(404, Fields.of("message", "not found"));

    /// @param pattern a path whose `{name}` segments match anything but a slash
    @CanIgnoreReturnValue
    RouteList get(String pattern, Function<Call, Reply> handler) {
        return add("GET", pattern, handler);
    }

    @CanIgnoreReturnValue
    RouteList post(String pattern, Function<Call, Reply> handler) {
        return add("POST", pattern, handler);
    }

    @CanIgnoreReturnValue
    RouteList put(String pattern, Function<Call, Reply> handler) {
        return add("PUT", pattern, handler);
    }

    @CanIgnoreReturnValue
    RouteList delete(String pattern, Function<Call, Reply> handler) {
        return add("DELETE", pattern, handler);
    }

    /// Looks at every call first; an answer of the guard is the reply.
    @CanIgnoreReturnValue
    RouteList guard(Function<Call, Optional<Reply>> guard) {
        this.guard = guard;
        return this;
    }

    /// Answers what no route matches.
    @CanIgnoreReturnValue
    RouteList otherwise(Function<Call, Reply> handler) {
        otherwise = handler;
        return this;
    }

    Reply answer(Call call) {
        try {
            return guard.apply(call).orElseGet(() -> route(call));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply route(Call call) {
        for (var route : routes) {
            var captured = route.match(call);
            if (captured.isPresent()) {
                return route.handler.apply(call.with(captured.get()));
            }
        }
        return otherwise.apply(call);
    }

    private RouteList add(String method, String pattern, Function<Call, Reply> handler) {
        routes.add(new Route(method, List.of(pattern.split("/", -1)), handler));
        return this;
    }

    private record Route(String method, List<String> pattern, Function<Call, Reply> handler) {
        Optional<Map<String, String>> match(Call call) {
            var path = call.path().split("/", -1);
            if (!method.equals(call.method()) || path.length != pattern.size()) {
                return Optional.empty();
            }
            var captured = new HashMap<String, String>();
            for (int i = 0; i < path.length; i++) {
                var expected = pattern.get(i);
                if (expected.startsWith("{") && !path[i].isEmpty()) {
                    captured.put(expected.substring(1, expected.length() - 1), path[i]);
                } else if (!expected.equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(captured);
        }
    }
}
