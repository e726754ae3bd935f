package io.medianest.server.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes Overseerr's webhooks: a hint that something happened to a request, which is then looked up.
final class OverseerrWebhookRoutes implements Routes {
    private final WebhookSecret secret;
    private final Consumer<String> happenedTo;

    OverseerrWebhookRoutes(WebhookSecret secret, Consumer<String> happenedTo) {
        this.secret = secret;
        this.happenedTo = happenedTo;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.post("/webhooks/overseerr", Access.WEBHOOK, this::byHeader)
                .post("/webhooks/overseerr/{secret}", Access.WEBHOOK, this::byPath);
    }

    private void byHeader(Exchange exchange) {
        take(exchange, exchange.header("Authorization"));
    }

    private void byPath(Exchange exchange) {
        take(exchange, exchange.path("secret"));
    }

    private void take(Exchange exchange, @Nullable String shown) {
        secret.check(shown);
        var number = requestNumber(exchange.body(JsonNode.class));
        if (number != null) {
            happenedTo.accept(number);
        }
        exchange.accepted();
    }

    /// The template is the household's to edit: the id may stand in two places, as text or number, or not at all.
    private static @Nullable String requestNumber(JsonNode payload) {
        var request = payload.path("request");
        for (var field : new String[] {"request_id", "id"}) {
            var text = request.path(field).asText("").strip();
            if (text.matches("\\d{1,18}")) {
                return text;
            }
        }
        return null;
    }
}
