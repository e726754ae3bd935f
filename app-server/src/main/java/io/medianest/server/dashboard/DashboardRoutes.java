package io.medianest.server.dashboard;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// HTTP of the services' status. Errors: see [ServiceBoard].
final class DashboardRoutes implements Routes {
    private static final Map<String, Window> WINDOWS =
            Arrays.stream(Window.values()).collect(Collectors.toUnmodifiableMap(Window::wireName, window -> window));

    private final ServiceBoard board;

    DashboardRoutes(ServiceBoard board) {
        this.board = board;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/dashboard/status", Access.USER, this::status)
                .get("/dashboard/status/{name}/history", Access.USER, this::history);
    }

    private void status(Exchange exchange) {
        exchange.ok(board.report());
    }

    private void history(Exchange exchange) {
        var window = exchange.query().choice("window", WINDOWS).orElse(Window.DAY);
        exchange.ok(board.history(exchange.path("name"), window));
    }
}
