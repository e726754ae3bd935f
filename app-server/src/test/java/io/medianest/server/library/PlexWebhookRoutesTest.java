package io.medianest.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.testing.OneFeature;
import io.medianest.server.testing.Wire.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlexWebhookRoutesTest {
    private static final String ARRIVED = """
            {"event":"library.new","Account":{"id":1,"title":"alex"},"Server":{"title":"Den","uuid":"m-1"},
             "Metadata":{"librarySectionID":2,"librarySectionType":"show","ratingKey":"9","type":"episode"}}""";

    private final List<String> arrived = new CopyOnWriteArrayList<>();

    private Answer post(@Nullable String secret, String path, String payload, String... headers) throws IOException {
        var routes = new PlexWebhookRoutes(
                new WebhookSecret(secret == null ? null : new Secret(secret), "plex.webhook-secret"),
                (machine, section) -> arrived.add(machine + " " + section));
        try (var server = OneFeature.serve(routes)) {
            var body = """
                    --x\r
                    Content-Disposition: form-data; name="payload"\r
                    \r
                    %s\r
                    --x\r
                    Content-Disposition: form-data; name="thumb"; filename="thumb.jpg"\r
                    \r
                    JPEG\r
                    --x--\r
                    """.formatted(payload);
            return server.wire()
                    .sendBody(
                            "POST /api/v1" + path,
                            body.getBytes(StandardCharsets.UTF_8),
                            "multipart/form-data; boundary=x",
                            headers);
        }
    }

    @Test
    @DisplayName("a new title is a hint to look at its library, with the secret in the address or in a header")
    void heard() throws IOException {
        assertThat(post("s3cret", "/webhooks/plex/s3cret", ARRIVED).status()).isEqualTo(202);
        assertThat(post("s3cret", "/webhooks/plex", ARRIVED, "Authorization: Bearer s3cret")
                        .status())
                .isEqualTo(202);

        assertThat(arrived).containsExactly("m-1 2", "m-1 2");
    }

    @ParameterizedTest
    @CsvSource({"s3cret, guess", "s3cret, S3cret", ", null"})
    @DisplayName("who does not know the secret is not heard, nor anybody where there is none")
    void refused(@Nullable String secret, String shown) throws IOException {
        var answer = post(secret, "/webhooks/plex/" + shown, ARRIVED);

        assertThat(answer.error()).isEqualTo("401 UNAUTHORIZED");
        assertThat(post(secret, "/webhooks/plex", ARRIVED).status()).isEqualTo(401);
        assertThat(arrived).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"media.play\",\"Player\":{}}", "{}", "[]", "{\"event\":7}"})
    @DisplayName("everything else is taken and means nothing")
    void others(String payload) throws IOException {
        assertThat(post("s3cret", "/webhooks/plex/s3cret", payload).status()).isEqualTo(202);
        assertThat(arrived).isEmpty();
    }

    @Test
    @DisplayName("a payload that does not say where is a hint too; one that is no JSON is refused")
    void payloads() throws IOException {
        assertThat(post("s3cret", "/webhooks/plex/s3cret", "{\"event\":\"library.new\"}")
                        .status())
                .isEqualTo(202);
        assertThat(arrived).containsExactly("null null");
        assertThat(post("s3cret", "/webhooks/plex/s3cret", "{\"event\":").error())
                .isEqualTo("400 MALFORMED_REQUEST payload");
    }

    @Test
    @DisplayName("a form without a payload, and what is no form, is refused")
    void noForm() throws IOException {
        var routes = new PlexWebhookRoutes(
                new WebhookSecret(new Secret("s3cret"), "plex.webhook-secret"), (machine, section) -> {});
        try (var server = OneFeature.serve(routes)) {
            assertThat(server.wire()
                            .sendJson("POST /webhooks/plex/s3cret", ARRIVED)
                            .error())
                    .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE Content-Type");
            var other = """
                    --x\r
                    Content-Disposition: form-data; name="other"\r
                    \r
                    1\r
                    --x--\r
                    """;
            assertThat(server.wire()
                            .sendBody(
                                    "POST /webhooks/plex/s3cret",
                                    other.getBytes(StandardCharsets.UTF_8),
                                    "multipart/form-data; boundary=x")
                            .error())
                    .isEqualTo("400 VALIDATION_ERROR payload");
        }
    }
}
