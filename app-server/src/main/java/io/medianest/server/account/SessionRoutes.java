package io.medianest.server.account;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;

/// HTTP of where people are signed in. Errors: see [SignedInDevices].
final class SessionRoutes implements Routes {
    private final SignedInDevices devices;

    SessionRoutes(SignedInDevices devices) {
        this.devices = devices;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/users/me/sessions", Access.USER, this::own)
                .delete("/users/me/sessions/{id}", Access.USER, this::endOwn)
                .get("/admin/sessions", Access.ADMIN, this::all)
                .delete("/admin/sessions/{id}", Access.ADMIN, this::end);
    }

    private void own(Exchange exchange) {
        exchange.ok(devices.of(exchange.caller()));
    }

    private void endOwn(Exchange exchange) {
        devices.endOwn(exchange.caller(), exchange.path("id"));
        exchange.done();
    }

    private void all(Exchange exchange) {
        exchange.ok(devices.all(exchange.caller()));
    }

    private void end(Exchange exchange) {
        devices.end(exchange.path("id"));
        exchange.done();
    }
}
