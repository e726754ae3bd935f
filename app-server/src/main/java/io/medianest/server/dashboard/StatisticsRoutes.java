package io.medianest.server.dashboard;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;

/// HTTP of the household at a glance.
public final class StatisticsRoutes implements Routes {
    private final Statistics statistics;

    public StatisticsRoutes(Statistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/dashboard/stats", Access.USER, this::stats);
    }

    private void stats(Exchange exchange) {
        exchange.ok(statistics.of(exchange.caller()));
    }
}
