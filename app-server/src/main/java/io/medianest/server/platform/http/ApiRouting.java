package io.medianest.server.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.security.RateLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Turns the features' route tables into Helidon's routing. Around each handler stands the same frame: correlation id,
/// access, errors as envelopes. What no table lists is refused: there is no way in that forgot its access.
public final class ApiRouting implements RouteTable {
    /// The first part of every address of the API; the same routes also answer without it.
    public static final String BASE = "/api/v1";

    private static final Method OTHER = Method.create("OTHER");

    private final Gate gate;
    private final Arrivals arrivals;
    private final Patience patience;
    private final RequestListener listener;
    private final List<Route> routes = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    public ApiRouting(Gate gate, Arrivals arrivals) {
        this(gate, arrivals, new Patience(Patience.USUAL), RequestListener.NOBODY);
    }

    /// @param patience with those who send a body
    /// @param listener hears of each reply
    public ApiRouting(Gate gate, Arrivals arrivals, Patience patience, RequestListener listener) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.patience = patience;
        this.listener = listener;
    }

    public ApiRouting add(Routes feature) {
        feature.routing(this);
        return this;
    }

    /// One operation of the API.
    ///
    /// @param path relative to [#BASE], with `{name}` for parameters
    public record Endpoint(String method, String path, Access access) {}

    /// What was added so far, in that order. `HEAD` goes with each `GET` without saying.
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    @Override
    public RouteTable get(String path, Access access, RouteHandler handler) {
        addRoutes(Method.HEAD, path, access, handler);
        return add(Method.GET, path, access, handler);
    }

    @Override
    public RouteTable getAtRoot(String path, RouteHandler handler) {
        for (var method : List.of(Method.HEAD, Method.GET)) {
            routes.add(new Route(method, PathMatchers.create(path), Access.PUBLIC_UNCOUNTED, handler, path, path));
        }
        return this;
    }

    @Override
    public RouteTable post(String path, Access access, RouteHandler handler) {
        return add(Method.POST, path, access, handler);
    }

    @Override
    public RouteTable put(String path, Access access, RouteHandler handler) {
        return add(Method.PUT, path, access, handler);
    }

    @Override
    public RouteTable patch(String path, Access access, RouteHandler handler) {
        return add(Method.PATCH, path, access, handler);
    }

    @Override
    public RouteTable delete(String path, Access access, RouteHandler handler) {
        return add(Method.DELETE, path, access, handler);
    }

    private RouteTable add(Method method, String path, Access access, RouteHandler handler) {
        endpoints.add(new Endpoint(method.text(), path, access));
        addRoutes(method, path, access, handler);
        return this;
    }

    private void addRoutes(Method method, String path, Access access, RouteHandler handler) {
        routes.add(new Route(method, PathMatchers.create(BASE + path), access, handler, BASE + path, path));
        routes.add(new Route(method, PathMatchers.create(path), access, handler, path, path));
    }

    /// Puts all routes, and the answer to every other address, into `builder`.
    public void install(HttpRouting.Builder builder) {
        for (var route : routes) {
            builder.route(route.method, route.pattern, (in, out) -> frame(in, out, route));
        }
        builder.any((in, out) -> frame(in, out, unknown(in)));
        builder.error(Throwable.class, (in, out, failure) -> ErrorReplies.send(patience, listener, in, out, failure));
    }

    /// Under a method of ours, since those that clients make up would be counted each by itself.
    private Route unknown(ServerRequest in) {
        return new Route(OTHER, PathMatchers.any(), Access.PUBLIC, exchange -> refuse(in, exchange), "", OTHER.text());
    }

    /// The replies to requests that are refused before any route is looked for. They do not count, and nobody has
    /// looked who sent them: they tell what is left to the address that they came from.
    public DirectHandlers directReplies(RateLimits limits) {
        return ErrorReplies.direct(
                listener,
                request -> limits.peekApi(arrivals.client(
                        name -> request.headers()
                                .first(HeaderNames.create(name))
                                .orElse(null),
                        Connections.peer())));
    }

    @SuppressWarnings("ThreadPriorityCheck") // yielding is meant, and explained below
    private void frame(ServerRequest in, ServerResponse out, Route route) {
        long begun = System.nanoTime();
        var id = Correlation.from(
                in.headers().first(HeaderNames.create(Correlation.HEADER)).orElse(null));
        out.header(HeaderNames.create(Correlation.HEADER), id);
        Correlation.run(id, () -> {
            var exchange = new Exchange(in, out, arrivals.of(in), patience);
            try {
                gate.admit(route.access, exchange);
                route.handler.handle(exchange);
            } catch (Throwable e) {
                // Errors as well: whatever escapes would be answered without the client's correlation id.
                ErrorReplies.send(patience, listener, in, out, e);
            }
            listener.answered(route.method.text(), route.path, out.status().code(), System.nanoTime() - begun);
            exchange.end();
        });
        // A client that asks again at once would keep this thread's turn: its next request is there before the thread
        // has to wait for it, and virtual threads are not interrupted for others. So the turn is passed on.
        Thread.yield();
        if (in.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // Helidon says so in its reply, and then waits for the client, who waits for the end.
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private void refuse(ServerRequest in, Exchange exchange) {
        var allowed = routes.stream()
                .filter(route -> route.matcher.match(in.path()).accepted())
                .map(route -> route.method.text())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (allowed.isEmpty()) {
            throw new MediaNestException(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at this address",
                    in.path().rawPath());
        }
        exchange.setHeader("Allow", allowed);
        throw new MediaNestException(
                ErrorCode.METHOD_NOT_ALLOWED, "This address does not take " + exchange.method(), "allowed: " + allowed);
    }

    /// @param pattern as Helidon is told it
    /// @param path as the feature said it
    private record Route(
            Method method, PathMatcher matcher, Access access, RouteHandler handler, String pattern, String path) {}
}
