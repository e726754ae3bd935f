package io.medianest.model.outgoing;

import io.medianest.model.Golden;
import io.medianest.model.notification.NotificationType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutgoingJsonTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold("outgoing-" + file, value);
    }

    private static Stream<Arguments> wire() {
        var chat = new OutgoingTarget(
                "out_1",
                "The family chat",
                OutgoingKind.DISCORD,
                "https://discord.com/" + OutgoingTarget.HIDDEN,
                null,
                null,
                null,
                null,
                List.of(NotificationType.REQUEST_AVAILABLE),
                "de",
                true,
                THEN,
                null,
                null);
        var mail = new OutgoingTarget(
                "out_2",
                "Mail",
                OutgoingKind.EMAIL,
                "smtp://mail.example:587",
                OutgoingTarget.HIDDEN,
                "mia",
                "nest@home.example",
                List.of("mia@home.example"),
                List.of(NotificationType.INCIDENT_OPENED),
                "en",
                false,
                null,
                THEN,
                "The mail server does not take the password");
        var wanted = new NewOutgoingTarget(
                "Phone",
                OutgoingKind.NTFY,
                "https://ntfy.sh/nest",
                "tk_secret",
                null,
                null,
                null,
                List.of(NotificationType.INCIDENT_OPENED),
                "en",
                true);
        return Stream.of(
                Arguments.of("targets", new OutgoingTargetList(List.of(chat, mail))),
                Arguments.of("new", wanted),
                Arguments.of("test-good", new OutgoingTest(true, 42L, null)),
                Arguments.of("test-bad", new OutgoingTest(false, null, "Discord does not know this webhook")));
    }
}
