package io.medianest.server.dashboard;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.uptimekuma.KumaEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes Uptime Kuma's webhooks, as JSON or as a form with a field `data`: the keeper chooses.
final class KumaWebhookRoutes implements Routes {
    private final WebhookSecret secret;
    private final Consumer<KumaEvent> happened;

    KumaWebhookRoutes(WebhookSecret secret, Consumer<KumaEvent> happened) {
        this.secret = secret;
        this.happened = happened;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.post(
                        "/webhooks/uptime-kuma",
                        Access.WEBHOOK,
                        exchange -> take(exchange, exchange.header("Authorization")))
                .post(
                        "/webhooks/uptime-kuma/{secret}",
                        Access.WEBHOOK,
                        exchange -> take(exchange, exchange.path("secret")));
    }

    private void take(Exchange exchange, @Nullable String shown) {
        secret.check(shown);
        try {
            KumaEvent.read(Fields.parse(payload(exchange))).ifPresent(happened);
        } catch (IOException e) {
            throw new MediaNestException(ErrorCode.MALFORMED_REQUEST, "The payload is not valid JSON", null, null, e);
        }
        exchange.accepted();
    }

    private static byte[] payload(Exchange exchange) {
        var type = exchange.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return exchange.bodyBytes();
        }
        return exchange.form()
                .field("data")
                .orElseThrow(() -> MediaNestException.invalid("data", "The form has no field 'data'"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
