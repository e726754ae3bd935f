package io.medianest.server.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.LoopbackService.Asked;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierTest {
    private static final Message NEWS = new Message(
            "dlv_1",
            "request-available",
            "Ready & <able>",
            "“Heat” is in the library now. @everyone",
            Instant.parse("2026-01-02T03:04:05Z"),
            "https://nest.example/x",
            Message.Urgency.USUAL);

    private final MovableClock clock = new MovableClock();
    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private final Courier courier = new Courier(http, clock);

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    private Asked sent(OutgoingKind kind, String address, String arrivesAt, @Nullable String secret) {
        service.on(arrivesAt, Answer.ok("{}"));
        courier.send(to(kind, address, secret), NEWS);
        assertThat(service.asked()).hasSize(1);
        var asked = service.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo(arrivesAt);
        return asked;
    }

    private Destination to(OutgoingKind kind, String address, @Nullable String secret) {
        return new Destination(
                kind,
                URI.create(service.url() + address),
                secret == null ? null : new Secret(secret),
                null,
                null,
                List.of());
    }

    private static JsonNode json(Asked asked) throws IOException {
        return Json.strict().readTree(asked.body());
    }

    @Test
    @DisplayName("Discord gets a card, and nobody is called by what a title contains")
    void discord() throws IOException {
        var body = json(sent(OutgoingKind.DISCORD, "/api/webhooks/1/key", "/api/webhooks/1/key", null));

        assertThat(body.at("/embeds/0/title").asText()).isEqualTo("Ready & <able>");
        assertThat(body.at("/embeds/0/description").asText()).isEqualTo("“Heat” is in the library now. @everyone");
        assertThat(body.at("/embeds/0/url").asText()).isEqualTo("https://nest.example/x");
        assertThat(body.at("/embeds/0/timestamp").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(body.at("/allowed_mentions/parse")).isEmpty();
        assertThat(body.at("/allowed_mentions/parse").isArray()).isTrue();
    }

    @Test
    @DisplayName("Slack gets a text whose marks are ours alone")
    void slack() throws IOException {
        var body = json(sent(OutgoingKind.SLACK, "/services/T/B/key", "/services/T/B/key", null));

        assertThat(body.path("text").asText())
                .isEqualTo("*Ready &amp; &lt;able&gt;*\n“Heat” is in the library now. @everyone\n"
                        + "<https://nest.example/x>");
    }

    @Test
    @DisplayName("ntfy gets it at its root, with the topic in it")
    void ntfy() throws IOException {
        var asked = sent(OutgoingKind.NTFY, "/push/nest", "/push/", "tk_1");

        assertThat(asked.header("Authorization")).isEqualTo("Bearer tk_1");
        assertThat(json(asked).path("topic").asText()).isEqualTo("nest");
        assertThat(json(asked).path("title").asText()).isEqualTo("Ready & <able>");
        assertThat(json(asked).path("priority").asInt()).isEqualTo(3);
        assertThat(json(asked).path("click").asText()).isEqualTo("https://nest.example/x");
    }

    @Test
    @DisplayName("Gotify gets it with the application's token in a header")
    void gotify() throws IOException {
        var asked = sent(OutgoingKind.GOTIFY, "/gotify/", "/gotify/message", "app-token");

        assertThat(asked.header("X-Gotify-Key")).isEqualTo("app-token");
        assertThat(json(asked).path("priority").asInt()).isEqualTo(5);
        assertThat(json(asked).path("message").asText()).startsWith("“Heat”");
    }

    @Test
    @DisplayName("a webhook can tell by the signature that it was us, and by number and time that it is no repetition")
    void webhook() throws IOException {
        var asked = sent(OutgoingKind.WEBHOOK, "/hook", "/hook", "geheim");

        assertThat(json(asked).path("id").asText()).isEqualTo("dlv_1");
        assertThat(json(asked).path("type").asText()).isEqualTo("request-available");
        assertThat(asked.header("X-MediaNest-Delivery")).isEqualTo("dlv_1");
        var time = Long.toString(clock.instant().getEpochSecond());
        assertThat(asked.header("X-MediaNest-Timestamp")).isEqualTo(time);
        assertThat(asked.header("X-MediaNest-Signature"))
                .isEqualTo("sha256="
                        + Webhooks.signature(
                                new Secret("geheim"), time, asked.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("the signature is the one that everybody computes")
    void signature() {
        assertThat(Webhooks.signature(new Secret("key"), "1", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224");
    }

    @ParameterizedTest
    @CsvSource({
        "DISCORD, 404, REFUSED, Discord does not know this webhook (HTTP 404): make a new one there",
        "SLACK, 403, REFUSED, Slack does not know this webhook (HTTP 403): make a new one there",
        "GOTIFY, 401, REFUSED, Gotify does not let us in (HTTP 401): check its key in the settings",
        "WEBHOOK, 500, BROKEN, The address answered with HTTP 500",
        "DISCORD, 429, BUSY, Discord asks us to slow down",
        "WEBHOOK, 302, REFUSED, 'The address redirects to another address: enter that one in the settings'"
    })
    @DisplayName("what goes wrong is told in words, and whether a repetition can help")
    void refused(OutgoingKind kind, int status, UpstreamFailure.Kind what, String words) {
        var answer = new Answer(status, Map.of("Location", "http://169.254.169.254/"), "{}");
        service.on("/x", answer);
        service.on("/x/message", answer);

        var told = failureOf(to(kind, "/x", "key"));

        assertThat(told).hasMessage(words);
        assertThat(told.getCause())
                .isInstanceOfSatisfying(
                        UpstreamFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(what));
        assertThat(service.asked()).as("once, and nobody else").hasSize(1);
    }

    @Test
    @DisplayName("where only a hoster's inner life is, nothing is sent")
    void linkLocal() {
        var told = failureOf(new Destination(
                OutgoingKind.WEBHOOK, URI.create("http://169.254.169.254/latest"), null, null, null, List.of()));

        assertThat(told).hasMessage("The address is at an address that messages are not sent to");
    }

    private MediaNestException failureOf(Destination destination) {
        return Objects.requireNonNull(
                catchThrowableOfType(MediaNestException.class, () -> courier.send(destination, NEWS)));
    }
}
