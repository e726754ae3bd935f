package io.medianest.server.lan;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;

/// HTTP of looking around in the house.
final class DiscoveryRoutes implements Routes {
    private final Neighbourhood neighbourhood;

    DiscoveryRoutes(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/discovery", Access.ADMIN, exchange -> exchange.ok(neighbourhood.look(exchange.localPort())));
    }
}
