package io.medianest.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.Json;
import io.medianest.server.account.AuthApi.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProfileRoutesTest {
    private final AuthApi api = new AuthApi();
    private final Household household = api.household;
    private final String userId = household.user();
    private final String token = household.session(userId).token();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @DisplayName("people see and change themselves")
    void me() throws IOException, InterruptedException {
        assertThat(send("GET", "/users/me", "").text("id")).isEqualTo(userId);

        var changed = send("PATCH", "/users/me", "{\"username\":\"Mia\",\"preferences\":{\"language\":\"de\"}}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("username")).isEqualTo("Mia");
        assertThat(changed.data().at("/preferences/language").asText()).isEqualTo("de");
        assertThat(send("GET", "/auth/session", "").data().path("user")).isEqualTo(changed.data());
    }

    @Test
    @DisplayName("preferences are put as a whole, and what was left out is gone")
    void preferences() throws IOException, InterruptedException {
        var all = "{\"defaultQuality\":\"4K\",\"notifications\":false,\"theme\":\"dark\",\"language\":\"de\"}";
        assertThat(send("PUT", "/users/me/preferences", all).data())
                .isEqualTo(Json.strict().readTree(all));
        assertThat(send("GET", "/users/me/preferences", "").data())
                .isEqualTo(Json.strict().readTree(all));

        send("PUT", "/users/me/preferences", "{\"theme\":\"light\",\"colour\":\"ignored\"}");

        assertThat(send("GET", "/users/me/preferences", "").data())
                .isEqualTo(Json.strict().valueToTree(Map.of("theme", "light")));
    }

    @Test
    @DisplayName("a field that cannot be taken is named")
    void refused() throws IOException, InterruptedException {
        for (var wrong : Map.of(
                        "{\"theme\":\"pink\"}", "theme",
                        "{\"theme\":7}", "theme",
                        "{\"notifications\":\"yes\"}", "notifications",
                        "{\"defaultQuality\":\"8K\"}", "defaultQuality",
                        "{\"language\":\"\"}", "language")
                .entrySet()) {
            assertThat(send("PUT", "/users/me/preferences", wrong.getKey()).error())
                    .isEqualTo("400 VALIDATION_ERROR " + wrong.getValue());
        }
        assertThat(send("PATCH", "/users/me", "{\"username\":\"\"}").error())
                .isEqualTo("400 VALIDATION_ERROR username");
    }

    private Reply send(String method, String path, String json) throws IOException, InterruptedException {
        var call = api.call(method, path).bearer(token);
        return (json.isEmpty() ? call : call.json(json)).send();
    }
}
