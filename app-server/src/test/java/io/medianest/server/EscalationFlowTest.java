package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.Fault;
import io.medianest.server.testing.FaultGate;
import io.medianest.server.testing.LiveEar;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.MailBox;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service goes down in the night and nobody is there: what the keepers are told, by which way and when. Hours
/// pass in no time.
class EscalationFlowTest {
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;
    private static final String PLEX = "{\"MediaContainer\":{\"machineIdentifier\":\"m-1\",\"version\":\"1.43\"}}";

    private final LoopbackService plex = LoopbackService.start().on("/", Answer.ok(PLEX));
    private final FaultGate gate = FaultGate.to(plex.url());
    private final LoopbackService chat = LoopbackService.start().on("/hook", Answer.ok("{}"));
    private final MailBox post = MailBox.open();
    private final LeapingTime time = new LeapingTime();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        gate.close();
        plex.close();
        chat.close();
        post.close();
    }

    private MediaNestServer start(Path directory) {
        var settings = Stream.of(
                "--server.port=0",
                "--server.host=127.0.0.1",
                "--server.mdns=false",
                "--data.dir=" + directory,
                "--admin.token=" + TOKEN,
                "--limits.api=10000000/1m",
                "--youtube.yt-dlp=/nowhere/yt-dlp",
                "--plex.url=" + gate.through(plex.url()),
                "--plex.token=token",
                "--plex.tv-url=" + chat.url(),
                "--incidents.notify-after=2h",
                "--incidents.send-after=6h");
        var config = ServerConfig.read(Map.of(), TestDatabase.arguments(directory, settings));
        return MediaNestServer.start(config, UnaryOperator.identity(), time.forServer());
    }

    @Test
    @DisplayName(
            "an outage goes from the windows to all admins and then out by webhook and mail, once each, until it ends")
    void night(@TempDir Path directory) {
        try (var server = start(directory);
                var ear = LiveEar.on(server.port(), TOKEN)) {
            ear.awaitFirst("state:initial");
            target(
                    server,
                    "{\"name\":\"Chat\",\"kind\":\"webhook\",\"address\":\"%s/hook\",\"secret\":\"s\"}"
                            .formatted(chat.url()));
            target(
                    server,
                    "{\"name\":\"Post\",\"kind\":\"email\",\"address\":\"%s\",\"sender\":\"nest@home.example\",\"recipients\":[\"mia@home.example\"]}"
                            .formatted(post.url()));
            gate.suffer(Fault.REFUSED);
            until(server, "it is an incident", () -> !open(server).isEmpty());
            ear.await(
                    "incident:opened",
                    event -> event.at("/incident/service").asText().equals("plex"));
            assertThat(told(server)).as("at first the windows show it").isZero();

            time.leap(Duration.ofHours(2));
            until(server, "all admins are notified", () -> told(server) > 0);
            ear.await(
                    "notification:new",
                    event -> event.at("/notification/type").asText().equals("incident-opened"));
            assertThat(chat.asked("/hook")).isEmpty();
            assertThat(post.mails()).isEmpty();

            time.leap(Duration.ofHours(4));
            until(
                    server,
                    "it has left the house",
                    () -> !chat.asked("/hook").isEmpty() && !post.mails().isEmpty());
            assertThat(chat.asked("/hook").getFirst().header("X-MediaNest-Signature"))
                    .startsWith("sha256=");
            assertThat(post.mails().getFirst()).contains("To: mia@home.example").contains("Plex does not answer");

            time.leap(Duration.ofHours(3));
            gate.heal();
            until(server, "it is over", () -> open(server).isEmpty());
            ear.await(
                    "incident:resolved",
                    event -> event.at("/incident/service").asText().equals("plex"));
            assertThat(course(server)).containsExactly("open", "open admins", "open outside", "resolved");
            assertThat(told(server)).as("notifications").isEqualTo(1);
            assertThat(chat.asked("/hook")).hasSize(1);
            assertThat(post.mails()).hasSize(1);
        }
    }

    /// Has everything looked at while seconds pass, until something is so.
    private void until(MediaNestServer server, String what, BooleanSupplier isSo) {
        Await.until(what, () -> {
            time.leap(Duration.ofSeconds(1));
            // A change of this setting has all recurring work take its turn.
            var size = "{\"youtube.min-free-space\":\"%dMB\"}".formatted(1 + looks.incrementAndGet() % 2);
            assertThat(send(server, "PUT /api/v1/admin/settings", size).status())
                    .isEqualTo(200);
            return isSo.getAsBoolean();
        });
    }

    private static void target(MediaNestServer server, String json) {
        var answer = send(server, "POST /api/v1/admin/outgoing", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static Wire.Answer send(MediaNestServer server, String line, String json) {
        try {
            return new Wire(server.port()).sendJson(line, json, OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode get(MediaNestServer server, String path) {
        try {
            return new Wire(server.port())
                    .send("GET /api/v1" + path, OWNER)
                    .json()
                    .path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode open(MediaNestServer server) {
        return get(server, "/admin/incidents?status=open").path("incidents");
    }

    private static long told(MediaNestServer server) {
        return get(server, "/dashboard/notifications?limit=50").findValuesAsText("type").stream()
                .filter("incident-opened"::equals)
                .count();
    }

    /// The steps of the only incident.
    private static List<String> course(MediaNestServer server) {
        var incidents = get(server, "/admin/incidents").path("incidents");
        assertThat(incidents).hasSize(1);
        return StreamSupport.stream(incidents.path(0).path("timeline").spliterator(), false)
                .map(step -> (step.path("state").asText() + " "
                                + step.path("escalation").asText())
                        .strip())
                .toList();
    }
}
