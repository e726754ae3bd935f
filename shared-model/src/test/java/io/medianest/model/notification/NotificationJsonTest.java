package io.medianest.model.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationJsonTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    @DisplayName("a list is written as its golden file, and read back from it")
    void golden() throws IOException {
        var list = new NotificationList(
                List.of(
                        new Notification(
                                "ntf_2",
                                NotificationType.REQUEST_DENIED,
                                "Wunsch abgelehnt",
                                "„Heat“ wurde abgelehnt.",
                                THEN,
                                false,
                                "/api/v1/media/requests/req_1"),
                        new Notification(
                                "ntf_1",
                                NotificationType.INCIDENT_OPENED,
                                "Something needs attention",
                                "Plex does not answer",
                                THEN,
                                true,
                                null)),
                4);
        var golden = Json.strict().readTree(Golden.read("notification-list"));

        assertThat(Json.strict().readTree(Json.strict().writeValueAsBytes(list)))
                .isEqualTo(golden);
        assertThat(Json.lenient().treeToValue(golden, NotificationList.class)).isEqualTo(list);
    }

    @ParameterizedTest
    @EnumSource(NotificationType.class)
    @DisplayName("a kind is written by its name, and a name that nobody knows reads as unknown")
    void names(NotificationType type) throws JsonProcessingException {
        assertThat(Json.strict().writeValueAsString(type)).isEqualTo("\"" + type.wireName() + "\"");
        assertThat(Json.lenient().readValue("\"" + type.wireName() + "-2\"", NotificationType.class))
                .isEqualTo(NotificationType.UNKNOWN);
    }
}
