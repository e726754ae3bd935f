package io.medianest.server.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.medianest.model.api.Envelope;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.security.RateLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stands before everything that this server serves: refuses those who call it by a name that is not its own, and tells
/// browsers which pages of other origins may read the replies (CORS). Thread-safe.
public final class FrontDoor implements Filter {
    private static final HeaderName ASKED_METHOD = HeaderNames.ACCESS_CONTROL_REQUEST_METHOD;
    private static final HeaderName CORRELATION = HeaderNames.create(Correlation.HEADER);
    private static final int LONGEST_NAME_TOLD = 100;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String TAKEN = "Authorization, Content-Type, If-None-Match, X-CSRF-Token, X-Correlation-Id";
    private static final String EXPOSED = "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, "
            + "X-Correlation-Id, Retry-After, ETag, Location, X-MediaNest-Stale";
    private static final String ANSWER_HOLDS_SECONDS = "600";

    private final Hosts hosts;
    private final Origins origins;
    private final Arrivals arrivals;
    private final RateLimits limits;
    private final Patience patience;

    public FrontDoor(Hosts hosts, Origins origins, Arrivals arrivals, RateLimits limits, Patience patience) {
        this.hosts = hosts;
        this.origins = origins;
        this.arrivals = arrivals;
        this.limits = limits;
        this.patience = patience;
    }

    /// Whether a live connection may be opened, as [#filter] would decide it for a request.
    ///
    /// @param host the header `Host`
    /// @param origin the header `Origin`
    public boolean admits(@Nullable String host, @Nullable String origin) {
        return hosts.mean(host) && origins.mayConnect(origin, host);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest in, RoutingResponse out) {
        out.header(HeaderNames.VARY, Replies.VARY);
        var named = in.headers().first(HeaderNames.ORIGIN).filter(origins::named);
        named.ifPresent(origin -> open(origin, out));
        var host = in.headers().first(HeaderNames.HOST).orElse(null);
        if (!hosts.mean(host)) {
            refuse(in, out, foreignHost(host));
        } else if (!isPreflight(in)) {
            chain.proceed();
        } else if (named.isPresent()) {
            allow(in, out);
        } else {
            refuse(in, out, foreignPage());
        }
    }

    private static void open(String origin, RoutingResponse out) {
        out.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        out.header(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        out.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }

    /// Whether a browser asks beforehand if a page of another origin may send such a request. No route is looked for:
    /// whether there is one is for the request itself to find out, in a reply that the page may read.
    private static boolean isPreflight(RoutingRequest in) {
        return in.prologue().method().equals(Method.OPTIONS)
                && in.headers().contains(HeaderNames.ORIGIN)
                && in.headers().contains(ASKED_METHOD);
    }

    private void allow(RoutingRequest in, RoutingResponse out) {
        out.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        out.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, TAKEN);
        out.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, ANSWER_HOLDS_SECONDS);
        answer(in, out, () -> Replies.send(patience, in, out, Replies.write(Envelope.of(Map.of())), Replies.JSON));
    }

    private void refuse(RoutingRequest in, RoutingResponse out, MediaNestException reason) {
        answer(in, out, () -> ErrorReplies.send(patience, RequestListener.NOBODY, in, out, reason));
    }

    private void answer(RoutingRequest in, RoutingResponse out, Runnable reply) {
        var client = arrivals.client(
                name -> in.headers().first(HeaderNames.create(name)).orElse(null), Arrival.peer(in));
        RateHeaders.tell(limits.peekApi(client), (name, value) -> out.header(HeaderNames.create(name), value));
        var id = Correlation.from(in.headers().first(CORRELATION).orElse(null));
        out.header(CORRELATION, id);
        Correlation.run(id, reply);
        if (in.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private static MediaNestException foreignHost(@Nullable String host) {
        var name = Hosts.nameIn(host).orElse("");
        return new MediaNestException(
                ErrorCode.HOST_NOT_ALLOWED,
                "This server does not go by the name \"%s\": call it by one of its own, or add this one to server.allowed-hosts"
                        .formatted(name.substring(0, Math.min(name.length(), LONGEST_NAME_TOLD))),
                "Host");
    }

    private static MediaNestException foreignPage() {
        return new MediaNestException(
                ErrorCode.FORBIDDEN,
                "Pages of this origin may not use this server: its owner can add the origin to server.cors-origins",
                "Origin");
    }
}
