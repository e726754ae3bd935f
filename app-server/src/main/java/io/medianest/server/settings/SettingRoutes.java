package io.medianest.server.settings;

import io.medianest.model.settings.SettingChanges;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;

/// HTTP of the settings. Errors: see [Settings], [ServiceTests].
final class SettingRoutes implements Routes {
    private final Settings settings;
    private final ServiceTests tests;

    SettingRoutes(Settings settings, ServiceTests tests) {
        this.settings = settings;
        this.tests = tests;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/settings", Access.ADMIN, this::list)
                .put("/admin/settings", Access.ADMIN, this::change)
                .post("/admin/settings/test/{service}", Access.ADMIN, this::test);
    }

    private void list(Exchange exchange) {
        exchange.ok(settings.list());
    }

    private void change(Exchange exchange) {
        exchange.ok(settings.change(exchange.caller(), exchange.body(SettingChanges.class)));
    }

    private void test(Exchange exchange) {
        var values = settings.tried(exchange.caller(), exchange.body(SettingChanges.class));
        exchange.ok(tests.test(exchange.path("service"), values));
    }
}
