package io.medianest.server.admin;

import io.medianest.model.admin.BreakerList;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.resilience.Guards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP of the circuit breakers. Errors: see [Guards].
final class BreakerRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(BreakerRoutes.class);

    private final Guards guards;

    BreakerRoutes(Guards guards) {
        this.guards = guards;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/circuit-breakers", Access.ADMIN, this::list)
                .post("/admin/circuit-breakers/{name}/reset", Access.ADMIN, this::reset);
    }

    private void list(Exchange exchange) {
        exchange.ok(new BreakerList(guards.reports()));
    }

    private void reset(Exchange exchange) {
        var report = guards.reset(exchange.path("name"));
        LOG.info("{} reset the circuit breaker of {}", exchange.caller().username(), report.name());
        exchange.ok(report);
    }
}
