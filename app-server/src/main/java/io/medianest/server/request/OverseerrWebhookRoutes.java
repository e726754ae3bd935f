package io.medianest.server.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes Overseerr's webhooks: a hint that something happened to a request, which is then looked up.
final class OverseerrWebhookRoutes implements Routes {
    private final @Nullable Secret secret;
    private final Consumer<String> happenedTo;

    OverseerrWebhookRoutes(@Nullable Secret secret, Consumer<String> happenedTo) {
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
        if (shown == null || !isSecret(shown)) {
            throw new MediaNestException(
                    ErrorCode.UNAUTHORIZED,
                    "The webhook's secret is missing or wrong: it must equal the setting overseerr.webhook-secret");
        }
        var number = requestNumber(exchange.body(JsonNode.class));
        if (number != null) {
            happenedTo.accept(number);
        }
        exchange.accepted();
    }

    /// In Overseerr people write the secret alone or as a bearer token, and here either of them.
    private boolean isSecret(String shown) {
        return secret != null && (secret.matches(shown) || secret.matches(shown.replaceFirst("^Bearer ", "")));
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
