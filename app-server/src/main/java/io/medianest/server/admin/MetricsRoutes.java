package io.medianest.server.admin;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.observe.Metrics;

/// HTTP of the figures that Prometheus collects.
final class MetricsRoutes implements Routes {
    private final Metrics metrics;

    MetricsRoutes(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/metrics", Access.MACHINE, exchange -> exchange.text(Metrics.CONTENT_TYPE, metrics.text()));
    }
}
