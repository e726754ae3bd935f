package io.medianest.server.notification;

import io.medianest.server.notification.Notifications.Which;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Map;

/// HTTP of notifications. Errors: see [Notifications].
final class NotificationRoutes implements Routes {
    private static final Map<String, Which> UNREAD = Map.of("true", Which.UNREAD, "false", Which.ALL);
    private static final int USUAL_LIMIT = 10;
    private static final int LARGEST_LIMIT = 50;

    private final Notifications notifications;

    NotificationRoutes(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/dashboard/notifications", Access.USER, this::list)
                .post("/dashboard/notifications/{id}/read", Access.USER, this::read)
                .post("/dashboard/notifications/read-all", Access.USER, this::readAll);
    }

    private void list(Exchange exchange) {
        var query = exchange.query();
        var which = query.choice("unread", UNREAD).orElse(Which.ALL);
        int limit = query.number("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        exchange.ok(notifications.list(exchange.caller().userId(), which, limit));
    }

    private void read(Exchange exchange) {
        exchange.ok(notifications.read(exchange.caller().userId(), exchange.path("id")));
    }

    private void readAll(Exchange exchange) {
        exchange.ok(notifications.readAll(exchange.caller().userId()));
    }
}
