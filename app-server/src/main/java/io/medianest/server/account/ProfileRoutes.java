package io.medianest.server.account;

import io.medianest.model.account.Preferences;
import io.medianest.model.account.ProfileChange;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;

/// HTTP of what people see and change of themselves. Errors: see [Profiles].
final class ProfileRoutes implements Routes {
    private final Accounts accounts;
    private final Profiles profiles;

    public ProfileRoutes(Accounts accounts, Profiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/users/me", Access.USER, this::show)
                .patch("/users/me", Access.USER, this::change)
                .get("/users/me/preferences", Access.USER, this::preferences)
                .put("/users/me/preferences", Access.USER, this::replacePreferences);
    }

    private void show(Exchange exchange) {
        exchange.ok(accounts.user(exchange.caller().userId()));
    }

    private void change(Exchange exchange) {
        exchange.ok(profiles.change(exchange.caller().userId(), exchange.body(ProfileChange.class)));
    }

    private void preferences(Exchange exchange) {
        exchange.ok(profiles.preferences(exchange.caller().userId()));
    }

    private void replacePreferences(Exchange exchange) {
        exchange.ok(profiles.replace(exchange.caller().userId(), exchange.body(Preferences.class)));
    }
}
