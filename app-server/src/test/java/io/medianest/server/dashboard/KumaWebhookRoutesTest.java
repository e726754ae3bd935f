package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.testing.OneFeature;
import io.medianest.server.testing.Samples;
import io.medianest.server.uptimekuma.KumaEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KumaWebhookRoutesTest {
    private static final String DOWN = Samples.read("uptimekuma/2.5.3/webhook-down.json");

    private final List<KumaEvent> happened = new CopyOnWriteArrayList<>();
    private final OneFeature server = OneFeature.serve(new KumaWebhookRoutes(
            new WebhookSecret(new Secret("s3cret"), "uptime-kuma.webhook-secret"), happened::add));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("what has changed is heard: as JSON or in a form, with the secret in the address or in a header")
    void heard() throws IOException {
        assertThat(server.wire()
                        .sendJson("POST /api/v1/webhooks/uptime-kuma/s3cret", DOWN)
                        .status())
                .isEqualTo(202);
        var form = """
                --x\r
                Content-Disposition: form-data; name="data"\r
                \r
                %s\r
                --x--\r
                """.formatted(DOWN).getBytes(StandardCharsets.UTF_8);
        assertThat(server.wire()
                        .sendBody(
                                "POST /webhooks/uptime-kuma",
                                form,
                                "multipart/form-data; boundary=x",
                                "Authorization: s3cret")
                        .status())
                .isEqualTo(202);

        assertThat(happened).extracting(KumaEvent::key).containsExactly("3", "3");
    }

    @Test
    @DisplayName("who does not know the secret is not heard")
    void refused() throws IOException {
        assertThat(server.wire()
                        .sendJson("POST /webhooks/uptime-kuma/guess", DOWN)
                        .error())
                .isEqualTo("401 UNAUTHORIZED");
        assertThat(server.wire().sendJson("POST /webhooks/uptime-kuma", DOWN).error())
                .isEqualTo("401 UNAUTHORIZED");
        assertThat(happened).isEmpty();
    }

    @Test
    @DisplayName("a test of the connection is taken and means nothing; what is no JSON is refused")
    void others() throws IOException {
        var test = "{\"heartbeat\":null,\"monitor\":null,\"msg\":\"Testing\"}";
        assertThat(server.wire()
                        .sendJson("POST /webhooks/uptime-kuma/s3cret", test)
                        .status())
                .isEqualTo(202);
        assertThat(server.wire()
                        .sendJson("POST /webhooks/uptime-kuma/s3cret", "{\"msg\":")
                        .error())
                .isEqualTo("400 MALFORMED_REQUEST");
        assertThat(happened).isEmpty();
    }
}
