package io.medianest.server.admin;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Map;

/// HTTP of the work that has failed for good. Errors: see [DeadLetterBox].
final class DeadLetterRoutes implements Routes {
    private static final int LETTERS_A_PAGE = 20;

    private final DeadLetterBox letters;

    DeadLetterRoutes(DeadLetterBox letters) {
        this.letters = letters;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/dead-letters", Access.ADMIN, this::list)
                .post("/admin/dead-letters/retry", Access.ADMIN, this::retryAll)
                .delete("/admin/dead-letters", Access.ADMIN, this::discardAll)
                .post("/admin/dead-letters/{id}/retry", Access.ADMIN, this::retry)
                .delete("/admin/dead-letters/{id}", Access.ADMIN, this::discard);
    }

    private void list(Exchange exchange) {
        exchange.ok(letters.page(exchange.query().page(LETTERS_A_PAGE)));
    }

    private void retry(Exchange exchange) {
        letters.retry(exchange.path("id"), exchange.caller().username());
        exchange.done();
    }

    private void retryAll(Exchange exchange) {
        exchange.ok(Map.of("count", letters.retryAll(exchange.caller().username())));
    }

    private void discard(Exchange exchange) {
        letters.discard(exchange.path("id"));
        exchange.done();
    }

    private void discardAll(Exchange exchange) {
        exchange.ok(Map.of("count", letters.discardAll()));
    }
}
