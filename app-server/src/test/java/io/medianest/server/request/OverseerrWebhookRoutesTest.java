package io.medianest.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.testing.OneFeature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverseerrWebhookRoutesTest {
    private static final String REQUEST_7 =
            "{\"notification_type\":\"MEDIA_APPROVED\",\"request\":{\"request_id\":\"7\"}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private @Nullable OneFeature server;

    @AfterEach
    void close() {
        client.close();
        if (server != null) {
            server.close();
        }
    }

    private int post(@Nullable String secret, String path, @Nullable String authorization, String body)
            throws Exception {
        var running = OneFeature.serve(new OverseerrWebhookRoutes(
                new WebhookSecret(secret == null ? null : new Secret(secret), "overseerr.webhook-secret"),
                happened::add));
        server = running;
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + running.wire().port() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "s3cret, /webhooks/overseerr, s3cret",
        "s3cret, /webhooks/overseerr, Bearer s3cret",
        "Bearer s3cret, /webhooks/overseerr, Bearer s3cret",
        "s3cret, /webhooks/overseerr/s3cret,",
    })
    @DisplayName("who knows the secret is heard, in whichever way it was written down")
    void heard(String secret, String path, @Nullable String authorization) throws Exception {
        assertThat(post(secret, path, authorization, REQUEST_7)).isEqualTo(202);
        assertThat(happened).containsExactly("7");
    }

    @ParameterizedTest
    @CsvSource({
        "s3cret, /webhooks/overseerr,",
        "s3cret, /webhooks/overseerr, guess",
        "s3cret, /webhooks/overseerr, Bearer",
        "s3cret, /webhooks/overseerr/guess, s3cret",
        ", /webhooks/overseerr, s3cret",
        ", /webhooks/overseerr/null,",
    })
    @DisplayName("who does not know it is not heard, nor anybody where there is none")
    void refused(@Nullable String secret, String path, @Nullable String authorization) throws Exception {
        assertThat(post(secret, path, authorization, REQUEST_7)).isEqualTo(401);
        assertThat(happened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"request\":{\"id\":8}}            | 8",
                "{\"request\":{\"request_id\":\"\"}} |",
                "{\"request\":null}                  |",
                "{\"request\":{\"id\":\"-1; DROP\"}} |",
                "[]                                  |",
            })
    @DisplayName("the number is found as text or number; a message without one is taken and means nothing")
    void numbers(String body, @Nullable String number) throws Exception {
        assertThat(post("s3cret", "/webhooks/overseerr", "s3cret", body)).isEqualTo(202);
        assertThat(happened).isEqualTo(number == null ? List.of() : List.of(number));
    }

    @Test
    @DisplayName("what is no JSON is refused")
    void malformed() throws Exception {
        assertThat(post("s3cret", "/webhooks/overseerr", "s3cret", "{\"request\":"))
                .isEqualTo(400);
    }
}
