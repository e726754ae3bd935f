package io.medianest.server;

import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.Envelopes;
import io.medianest.server.testing.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of a wish is there to be read, by whoever was not looking.
class NotificationFlowTest {
    private static final String LIST = "GET /api/v1/dashboard/notifications";

    @RegisterExtension
    private final ServerUnderTest server = ServerUnderTest.with("--demo");

    @Test
    @DisplayName("a denied wish is told in the language of its owner, and is read one by one or together")
    void denied() throws IOException {
        send("PUT /api/v1/users/me/preferences", "{\"language\":\"de\"}");
        deny("45745");
        deny("133701");
        Await.until(
                "both are told", () -> list("?unread=true").path("unreadCount").asInt() >= 2);

        var first = find(list("?unread=true&limit=50"), "request-denied");
        assertThat(first.path("title").asText()).isEqualTo("Wunsch abgelehnt");
        assertThat(first.path("message").asText()).endsWith("“ wurde abgelehnt: Nein danke");
        assertThat(server.wire()
                        .send("GET " + first.path("actionUrl").asText(), OWNER)
                        .status())
                .isEqualTo(200);

        int unread = list("").path("unreadCount").asInt();
        var read = send(
                "POST /api/v1/dashboard/notifications/%s/read"
                        .formatted(first.path("id").asText()),
                "{}");
        assertThat(read.path("unreadCount").asInt()).isLessThan(unread);
        assertThat(list("?unread=true&limit=50").path("notifications").findValuesAsText("id"))
                .doesNotContain(first.path("id").asText());
        assertThat(send("POST /api/v1/dashboard/notifications/read-all", "{}")
                        .path("unreadCount")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("a limit out of range and a notification of nobody are refused")
    void refused() throws IOException {
        for (var limit : new String[] {"0", "51", "x"}) {
            assertThat(Envelopes.error(server.wire().send(LIST + "?limit=" + limit, OWNER)))
                    .isEqualTo("400 VALIDATION_ERROR limit");
        }
        assertThat(Envelopes.error(server.wire().send(LIST + "?unread=perhaps", OWNER)))
                .isEqualTo("400 VALIDATION_ERROR unread");
        assertThat(Envelopes.error(server.wire().send("POST /api/v1/dashboard/notifications/ntf_none/read", OWNER)))
                .isEqualTo("404 NOT_FOUND ntf_none");
        assertThat(Envelopes.error(server.wire().send(LIST))).isEqualTo("401 UNAUTHORIZED");
    }

    private void deny(String tmdbId) throws IOException {
        var made = send("POST /api/v1/media/request", "{\"tmdbId\":\"%s\",\"mediaType\":\"movie\"}".formatted(tmdbId));
        send("POST /api/v1/media/requests/%s/deny".formatted(made.path("id").asText()), "{\"comment\":\"Nein danke\"}");
    }

    private JsonNode list(String query) {
        try {
            return server.wire().send(LIST + query, OWNER).json().path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode find(JsonNode list, String type) {
        for (var notification : list.path("notifications")) {
            if (notification.path("type").asText().equals(type)) {
                return notification;
            }
        }
        throw new AssertionError("no " + type + " in " + list);
    }

    private JsonNode send(String line, String json) throws IOException {
        var answer = server.wire().sendJson(line, json, OWNER);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json().path("data");
    }
}
