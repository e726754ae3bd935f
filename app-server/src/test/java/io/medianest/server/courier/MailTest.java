package io.medianest.server.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.resilience.Deadline;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.testing.MailBox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailTest {
    private static final Message NEWS = new Message(
            "dlv_1",
            "incident-opened",
            "Etwas braucht Aufmerksamkeit – Größe",
            "Plex antwortet nicht",
            Instant.parse("2026-01-02T03:04:05Z"),
            null,
            Message.Urgency.HIGH);

    private final MailBox box = MailBox.open();
    private final Mail mail = new Mail();

    @AfterEach
    void close() {
        box.close();
    }

    private Destination to(String address, @Nullable String username, String... recipients) {
        return new Destination(
                OutgoingKind.EMAIL,
                URI.create(address),
                username == null ? null : new Secret("password"),
                username,
                "nest@home.example",
                List.of(recipients));
    }

    @Test
    @DisplayName("a mail arrives at everybody, in any language, and bears the same number each time")
    void arrives() {
        mail.send(to(box.url(), null, "mia@home.example", "ben@home.example"), NEWS);
        mail.send(to(box.url(), null, "mia@home.example"), NEWS);

        assertThat(box.mails())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("Message-ID: <dlv_1@medianest>")
                        .contains("From: nest@home.example")
                        .contains("Auto-Submitted: auto-generated")
                        .contains("=?UTF-8?Q?")
                        .contains("Plex antwortet nicht"));
        assertThat(box.mails().getFirst()).contains("To: mia@home.example, ben@home.example");
    }

    @Test
    @DisplayName("a mail that was taken is sent, however long the server takes to say good-bye")
    void noGoodbye() {
        box.leaveWithoutWord();

        mail.send(to(box.url(), null, "mia@home.example"), NEWS);

        assertThat(box.mails()).hasSize(1);
    }

    @Test
    @DisplayName("no password is sent in the clear")
    void noPassword() {
        var failure = failureOf(to(box.url(), "mia", "mia@home.example"));

        assertThat(failure.kind()).isEqualTo(UpstreamFailure.Kind.REFUSED);
        assertThat(failure).hasMessageContaining("does not offer encryption");
        assertThat(box.mails()).isEmpty();
    }

    @Test
    @DisplayName("whom the server does not know is told, and a server that is not there")
    void refused() {
        var unknown = failureOf(to(box.url(), null, "nobody@home.example"));
        assertThat(unknown.kind()).isEqualTo(UpstreamFailure.Kind.REFUSED);
        assertThat(unknown).hasMessage("does not take an address (SMTP 550)");

        var url = box.url();
        box.close();
        var gone = failureOf(to(url, null, "mia@home.example"));
        assertThat(gone.kind()).isEqualTo(UpstreamFailure.Kind.BROKEN);
        assertThat(gone).hasMessageContaining("cannot be reached");
    }

    @Test
    @DisplayName("a server that greets letter by letter, and never comes to the end, is given up when the time is over")
    void greetsForEver() throws Exception {
        var hungUp = new CountDownLatch(1);
        try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(slow, hungUp));
            var destination = to("smtp://127.0.0.1:" + slow.getLocalPort(), null, "mia@home.example");

            var failure = Deadline.within(Duration.ofMillis(300), Clock.systemUTC(), () -> failureOf(destination));

            assertThat(failure.kind()).isEqualTo(UpstreamFailure.Kind.TIMEOUT);
            assertThat(hungUp.await(60, TimeUnit.SECONDS))
                    .as("it is hung up on")
                    .isTrue();
        }
    }

    private static void greet(ServerSocket server, CountDownLatch hungUp) {
        try (var client = server.accept()) {
            while (true) {
                client.getOutputStream().write('2');
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private UpstreamFailure failureOf(Destination destination) {
        return Objects.requireNonNull(catchThrowableOfType(UpstreamFailure.class, () -> mail.send(destination, NEWS)));
    }
}
