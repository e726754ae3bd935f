package io.medianest.server.account;

import io.medianest.model.account.NewApiToken;
import io.medianest.model.account.NewPairingCode;
import io.medianest.model.account.UserChange;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Map;

/// HTTP of what admins do with people and tokens. Errors: see [Accounts], [ApiTokens], [PairingCodes].
final class AccountAdminRoutes implements Routes {
    private static final int USERS_A_PAGE = 20;

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final PairingCodes pairingCodes;
    private final PageAddress page;

    public AccountAdminRoutes(Accounts accounts, ApiTokens tokens, PairingCodes pairingCodes, PageAddress page) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.pairingCodes = pairingCodes;
        this.page = page;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/users", Access.ADMIN, this::users)
                .patch("/admin/users/{id}", Access.ADMIN, this::changeUser)
                .delete("/admin/users/{id}", Access.ADMIN, this::deleteUser)
                .get("/admin/tokens", Access.ADMIN, this::tokens)
                .post("/admin/tokens", Access.ADMIN, this::makeToken)
                .delete("/admin/tokens/{id}", Access.ADMIN, this::revokeToken)
                .post("/admin/pairing-codes", Access.ADMIN, this::showPairingCode);
    }

    private void users(Exchange exchange) {
        exchange.ok(accounts.page(exchange.query().page(USERS_A_PAGE)));
    }

    private void changeUser(Exchange exchange) {
        exchange.ok(accounts.change(exchange.caller(), exchange.path("id"), exchange.body(UserChange.class)));
    }

    private void deleteUser(Exchange exchange) {
        accounts.delete(exchange.caller(), exchange.path("id"));
        exchange.done();
    }

    private void tokens(Exchange exchange) {
        exchange.ok(tokens.all());
    }

    private void makeToken(Exchange exchange) {
        var wish = exchange.body(NewApiToken.class);
        var made = tokens.make(exchange.caller().userId(), wish.name(), wish.expiresAt());
        exchange.created("/admin/tokens/" + made.id(), made, Map.of());
    }

    private void revokeToken(Exchange exchange) {
        tokens.revoke(exchange.path("id"));
        exchange.done();
    }

    private void showPairingCode(Exchange exchange) {
        var forWhom = exchange.body(NewPairingCode.class).userId();
        var place = page.at(exchange.localPort());
        exchange.ok(
                forWhom == null
                        ? pairingCodes.show(exchange.caller().userId(), place)
                        : pairingCodes.showFor(forWhom, place));
    }
}
