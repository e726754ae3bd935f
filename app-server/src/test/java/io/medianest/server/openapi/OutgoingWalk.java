package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.io.IOException;

/// A target that notifications go to, from its making to its end.
public record OutgoingWalk(ApiWalker stranger, ApiWalker owner) {
    public void go() throws IOException {
        try (var phone = LoopbackService.start().on("/", Answer.ok("{}"))) {
            var body = "{\"name\":\"Phone\",\"kind\":\"ntfy\",\"address\":\"%s/nest\",\"secret\":\"tk_1\"}"
                    .formatted(phone.url());
            var id = owner.good("POST /admin/outgoing", body).at("/data/id").asText();
            owner.bad("400 VALIDATION_ERROR kind", "POST /admin/outgoing", "{\"name\":\"Phone\"}");
            owner.good("GET /admin/outgoing");
            stranger.bad("401 UNAUTHORIZED", "GET /admin/outgoing");
            owner.good("PUT /admin/outgoing/" + id, "{\"language\":\"de\"}");
            owner.bad("404 NOT_FOUND none", "PUT /admin/outgoing/none", "{}");
            assertThat(owner.good("POST /admin/outgoing/" + id + "/test")
                            .at("/data/delivered")
                            .asBoolean())
                    .isTrue();
            owner.bad("404 NOT_FOUND none", "POST /admin/outgoing/none/test");
            assertThat(phone.asked("/")).hasSize(1);
            owner.good("DELETE /admin/outgoing/" + id);
            owner.bad("404 NOT_FOUND " + id, "DELETE /admin/outgoing/" + id);
        }
    }
}
