package io.medianest.server.incident;

import io.medianest.model.request.Decision;
import io.medianest.server.incident.Incidents.Filter;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// HTTP of incidents. Errors: see [Incidents].
final class IncidentRoutes implements Routes {
    private static final int PAGE_SIZE = 20;
    private static final Map<String, Filter> FILTERS =
            Arrays.stream(Filter.values()).collect(Collectors.toUnmodifiableMap(Filter::word, filter -> filter));

    private final Incidents incidents;

    IncidentRoutes(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/incidents", Access.ADMIN, this::list)
                .post("/admin/incidents/{id}/acknowledge", Access.ADMIN, this::acknowledge)
                .post("/admin/incidents/{id}/resolve", Access.ADMIN, this::resolve);
    }

    private void list(Exchange exchange) {
        var query = exchange.query();
        var filter = query.choice("status", FILTERS).orElse(Filter.ALL);
        exchange.ok(incidents.page(filter, query.page(PAGE_SIZE)));
    }

    private void acknowledge(Exchange exchange) {
        exchange.ok(incidents.acknowledge(exchange.caller(), exchange.path("id"), comment(exchange)));
    }

    private void resolve(Exchange exchange) {
        exchange.ok(incidents.resolve(exchange.caller(), exchange.path("id"), comment(exchange)));
    }

    private static @Nullable String comment(Exchange exchange) {
        return exchange.body(Decision.class).comment();
    }
}
