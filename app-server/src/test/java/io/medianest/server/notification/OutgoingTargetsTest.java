package io.medianest.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.Incident;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTargetsTest {
    private final NotificationDesk desk = new NotificationDesk();
    private final OutgoingTargets targets = desk.feature.targets();
    private final LoopbackService chat = LoopbackService.start();

    @BeforeEach
    void start() {
        chat.on("/hook", Answer.ok("{}"));
        desk.jobs.start();
    }

    @AfterEach
    void close() {
        desk.close();
        chat.close();
    }

    private NewOutgoingTarget hook(NotificationType... events) {
        return wanted("Hook", OutgoingKind.WEBHOOK, chat.url() + "/hook", "geheim", events);
    }

    private static NewOutgoingTarget wanted(
            String name, OutgoingKind kind, String address, @Nullable String secret, NotificationType... events) {
        var told = events.length == 0 ? null : List.of(events);
        return new NewOutgoingTarget(name, kind, address, secret, null, null, null, told, null, null);
    }

    private static NewOutgoingTarget change(@Nullable String address, @Nullable String secret) {
        return new NewOutgoingTarget(null, null, address, secret, null, null, null, null, "de", null);
    }

    @Test
    @DisplayName("each piece of news is sent once to each target that wants its kind, in the target's language")
    void once() {
        targets.add(hook(NotificationType.REQUEST_APPROVED), "mia");
        var other = targets.add(hook(NotificationType.REQUEST_APPROVED, NotificationType.REQUEST_DENIED), "mia");
        targets.change(other.id(), change(null, null), "mia");

        desk.happens(NotificationDesk.approved("req_1"));
        desk.happens(NotificationDesk.approved("req_1"));
        desk.happens(NotificationDesk.request("req_2", RequestStatus.DENIED, RequestStage.DONE, null));

        Await.until("all are told", () -> chat.asked().size() == 3);
        Await.until("that is known", () -> targets.list().targets().stream().allMatch(t -> t.lastSentAt() != null));
        assertThat(chat.asked())
                .extracting(LoopbackService.Asked::body)
                .anySatisfy(body -> assertThat(body).contains("“Heat” was approved."))
                .anySatisfy(body -> assertThat(body).contains("„Heat“ wurde genehmigt."))
                .anySatisfy(body -> assertThat(body).contains("„Heat“ wurde abgelehnt."))
                .allSatisfy(body -> assertThat(body).contains("https://nest.example/api/v1/media/requests/"));
    }

    @Test
    @DisplayName("an incident goes out when it is carried out of the house, not before")
    void incident() {
        targets.add(hook(), "mia");
        var incident = new Incident("inc_1", "Plex does not answer", null, "plex", desk.clock.instant());
        desk.carried(incident);
        desk.happens(NotificationDesk.approved("req_1"));
        Await.until("the request is told", () -> !chat.asked().isEmpty());
        assertThat(chat.asked().getFirst().body()).contains("request-approved");

        desk.database.run(tx -> desk.feature.incidentOutside(tx, incident));

        Await.until("it is told", () -> chat.asked().size() == 2);
        assertThat(chat.asked().getLast().body()).contains("incident-opened").contains("Plex does not answer");
    }

    @Test
    @DisplayName("what fails in passing is tried again; what stays wrong lies among the failed work and can be retried")
    void failing() {
        chat.on("/hook", Answer.json(500, "{}"));
        targets.add(hook(), "mia");
        desk.happens(NotificationDesk.approved("req_1"));
        Await.until("it has failed", () -> !dead().isEmpty());

        assertThat(chat.asked()).hasSize(3);
        assertThat(dead()).containsExactly("Heat → Hook: The address answered with HTTP 500");
        assertThat(targets.list().targets().getFirst().lastError()).isEqualTo("The address answered with HTTP 500");

        chat.on("/hook", Answer.ok("{}"));
        assertThat(desk.jobs.deadLetters().retryAll("mia")).isEqualTo(1);
        Await.until("it is told", () -> targets.list().targets().getFirst().lastError() == null);
        assertThat(chat.asked()).hasSize(4);
    }

    @Test
    @DisplayName("a target that is out of service and says for how long is told after that, and is not given up")
    void outOfService() {
        chat.on("/hook", Answer.json(503, "{}").with("Retry-After", "1800"));
        targets.add(hook(), "mia");
        desk.happens(NotificationDesk.approved("req_1"));

        Await.until(
                "it waits for the time that was named",
                () -> desk.jobs.counts().stream()
                        .anyMatch(jobs ->
                                jobs.state().equals("READY") && jobs.age().compareTo(Duration.ofMinutes(-25)) < 0));
        assertThat(chat.asked()).hasSize(1);
    }

    private List<String> dead() {
        return desk.jobs.deadLetters().letters(10, 0).stream()
                .map(letter -> letter.about() + ": " + letter.lastError())
                .toList();
    }

    @Test
    @DisplayName("keys come in and never go out, and go to no other host than their own")
    void secrets() {
        var made = targets.add(hook(), "mia");
        assertThat(made.secret()).isEqualTo(OutgoingTarget.HIDDEN);
        var discord =
                targets.add(wanted("Chat", OutgoingKind.DISCORD, chat.url() + "/api/webhooks/1/key", null), "mia");
        assertThat(discord.address()).isEqualTo(chat.url() + "/" + OutgoingTarget.HIDDEN);
        assertThat(desk.database.store(OutgoingStore.class).targets().toString())
                .doesNotContain("geheim")
                .doesNotContain("webhooks/1/key");

        assertThat(targets.change(discord.id(), change(discord.address(), null), "mia")
                        .address())
                .isEqualTo(discord.address());
        assertThat(targets.test(made.id()).delivered()).isTrue();
        assertThatThrownBy(() -> targets.change(made.id(), change("http://elsewhere.example/hook", null), "mia"))
                .hasMessage("'secret': with another address it must be entered again");
        assertThat(targets.change(made.id(), change(chat.url() + "/other", OutgoingTarget.HIDDEN), "mia")
                        .address())
                .isEqualTo(chat.url() + "/other");
        assertThat(targets.change(made.id(), change(null, ""), "mia").secret()).isNull();
    }

    @Test
    @DisplayName("one whose keys cannot be read any more hides none of the others, says so, and can be removed")
    void otherKeyFile() {
        var lost = targets.add(hook(), "mia");
        var kept = targets.add(wanted("Other", OutgoingKind.WEBHOOK, chat.url() + "/hook", null), "mia");
        var store = desk.database.store(OutgoingStore.class);
        var row = store.find(lost.id()).orElseThrow();
        var elsewhere = new byte[32];
        elsewhere[0] = 1;
        var sealed = new SecretBox(new MasterKey(elsewhere), new SecureRandom()).seal(new Secret("http://x.example/"));
        store.update(new OutgoingStore.TargetRow(
                row.id(),
                row.name(),
                row.kind(),
                sealed,
                row.secret(),
                row.username(),
                row.sender(),
                row.recipients(),
                row.events(),
                row.language(),
                row.enabled(),
                row.createdAt(),
                row.lastSentAt(),
                row.lastFailedAt(),
                row.lastError()));

        var shown = targets.list().targets();
        assertThat(shown).extracting(OutgoingTarget::id).containsExactlyInAnyOrder(lost.id(), kept.id());
        assertThat(shown)
                .filteredOn(target -> target.id().equals(lost.id()))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.address()).isEqualTo(OutgoingTarget.HIDDEN);
                    assertThat(target.secret()).isEqualTo(OutgoingTarget.HIDDEN);
                    assertThat(target.lastError()).contains("another key file");
                });
        targets.remove(lost.id(), "mia");
        assertThat(targets.list().targets()).hasSize(1);
    }

    @Test
    @DisplayName("a test says whether it arrived or why not, and is no news")
    void test() {
        var made = targets.add(hook(NotificationType.REQUEST_FAILED), "mia");
        assertThat(targets.test(made.id()).delivered()).isTrue();
        assertThat(chat.asked().getFirst().body()).contains("outgoing-test").contains("This is a test");

        chat.on("/hook", Answer.json(401, "{}"));
        var failed = targets.test(made.id());
        assertThat(failed.delivered()).isFalse();
        assertThat(failed.message()).startsWith("The address does not let us in");
    }

    @ParameterizedTest
    @CsvSource({
        "WEBHOOK, ftp://x.example/, address",
        "WEBHOOK, http://mia:pw@x.example/, address",
        "WEBHOOK, nonsense, address",
        "NTFY, https://ntfy.sh, address",
        "GOTIFY, https://gotify.example, secret",
        "EMAIL, https://mail.example, address",
        "EMAIL, smtp://mail.example, sender",
        "UNKNOWN, https://x.example, kind"
    })
    @DisplayName("what cannot be right is refused, naming the field")
    void invalid(OutgoingKind kind, String address, String field) {
        assertThatThrownBy(() -> targets.add(wanted("Odd", kind, address, null), "mia"))
                .isInstanceOfSatisfying(MediaNestException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
                    assertThat(e.details()).isEqualTo(field);
                });
    }

    @Test
    @DisplayName("there are at most twenty, and one that is removed takes along what was still to be sent")
    void bounds() {
        chat.on("/hook", Answer.json(500, "{}"));
        var first = targets.add(hook(), "mia");
        for (int i = 1; i < 20; i++) {
            targets.add(
                    wanted("T" + i, OutgoingKind.WEBHOOK, chat.url() + "/none", null, NotificationType.REQUEST_FAILED),
                    "mia");
        }
        assertThatThrownBy(() -> targets.add(hook(), "mia")).hasMessageContaining("20 targets already");

        targets.remove(first.id(), "mia");
        assertThat(targets.list().targets()).hasSize(19);
        assertThatThrownBy(() -> targets.remove(first.id(), "mia"))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
