package io.medianest.server.library;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.platform.json.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Takes Plex's webhooks: a form with a field `payload`, sent for each server of an account. That a title is new is a
/// hint to look at its library; all else is of no interest.
final class PlexWebhookRoutes implements Routes {
    private static final String NEW_TITLE = "library.new";

    private final WebhookSecret secret;
    private final Announcements announcements;

    PlexWebhookRoutes(WebhookSecret secret, Announcements announcements) {
        this.secret = secret;
        this.announcements = announcements;
    }

    /// Wants to know that Plex has something new.
    @FunctionalInterface
    interface Announcements {
        /// @param machineIdentifier of the server; null when it was not said
        /// @param sectionKey of the library; null when it was not said
        void announced(@Nullable String machineIdentifier, @Nullable String sectionKey);
    }

    @Override
    public void routing(RouteTable routes) {
        routes.post("/webhooks/plex", Access.WEBHOOK, exchange -> take(exchange, exchange.header("Authorization")))
                .post("/webhooks/plex/{secret}", Access.WEBHOOK, exchange -> take(exchange, exchange.path("secret")));
    }

    private void take(Exchange exchange, @Nullable String shown) {
        secret.check(shown);
        var payload = payload(exchange);
        if (NEW_TITLE.equals(payload.text("event"))) {
            announcements.announced(
                    payload.at("Server").text("uuid"), payload.at("Metadata").text("librarySectionID"));
        }
        exchange.accepted();
    }

    private static Fields payload(Exchange exchange) {
        var text = exchange.form()
                .field("payload")
                .orElseThrow(() -> MediaNestException.invalid("payload", "The form has no field 'payload'"));
        try {
            return Fields.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MediaNestException(
                    ErrorCode.MALFORMED_REQUEST, "The field 'payload' is not valid JSON", "payload", null, e);
        }
    }
}
