package io.medianest.server.notification;

import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Map;

/// HTTP of where notifications go beside the program. Errors: see [OutgoingTargets].
final class OutgoingRoutes implements Routes {
    private final OutgoingTargets targets;

    OutgoingRoutes(OutgoingTargets targets) {
        this.targets = targets;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/outgoing", Access.ADMIN, this::list)
                .post("/admin/outgoing", Access.ADMIN, this::add)
                .put("/admin/outgoing/{id}", Access.ADMIN, this::change)
                .delete("/admin/outgoing/{id}", Access.ADMIN, this::remove)
                .post("/admin/outgoing/{id}/test", Access.ADMIN, this::test);
    }

    private void list(Exchange exchange) {
        exchange.ok(targets.list());
    }

    private void add(Exchange exchange) {
        var made = targets.add(
                exchange.body(NewOutgoingTarget.class), exchange.caller().username());
        exchange.created("/admin/outgoing/" + made.id(), made, Map.of());
    }

    private void change(Exchange exchange) {
        exchange.ok(targets.change(
                exchange.path("id"),
                exchange.body(NewOutgoingTarget.class),
                exchange.caller().username()));
    }

    private void remove(Exchange exchange) {
        targets.remove(exchange.path("id"), exchange.caller().username());
        exchange.done();
    }

    private void test(Exchange exchange) {
        exchange.ok(targets.test(exchange.path("id")));
    }
}
