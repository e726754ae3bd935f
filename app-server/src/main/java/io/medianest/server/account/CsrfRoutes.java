package io.medianest.server.account;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.CsrfTokens;
import io.medianest.server.platform.security.OpaqueTokens;
import java.time.Duration;
import java.util.regex.Pattern;

/// HTTP of CSRF tokens. A token is bound to the session; for strangers, to a cookie that means nothing else.
final class CsrfRoutes implements Routes {
    private static final String VISITOR_COOKIE = "medianest_csrf";
    private static final String VISITOR = "visitor:";
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration VISIT = Duration.ofDays(1);

    private final CsrfTokens csrf;
    private final OpaqueTokens tokens;

    public CsrfRoutes(CsrfTokens csrf, OpaqueTokens tokens) {
        this.csrf = csrf;
        this.tokens = tokens;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/csrf/token", Access.PUBLIC, this::token).post("/csrf/refresh", Access.PUBLIC, this::token);
    }

    private void token(Exchange exchange) {
        var binding = exchange.callerIfAny().map(CsrfRoutes::binding).orElseGet(() -> VISITOR + visitor(exchange));
        exchange.ok(csrf.issue(binding));
    }

    private static String binding(Caller caller) {
        return caller.sessionId() == null ? caller.userId() : caller.sessionId();
    }

    private String visitor(Exchange exchange) {
        var known = exchange.cookie(VISITOR_COOKIE);
        if (known != null && OURS.matcher(known).matches()) {
            return known;
        }
        var visitor = tokens.next("");
        exchange.setCookie(VISITOR_COOKIE, visitor, VISIT);
        return visitor;
    }
}
