package io.medianest.server.overseerr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.overseerr.OverseerrWebhook.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverseerrWebhookTest {
    @Test
    @DisplayName("the form as it comes out of the box, all values text")
    void standard() throws JsonProcessingException {
        var webhook = parse("""
                {"notification_type":"MEDIA_AVAILABLE","event":"Movie Now Available","subject":"The Matrix (1999)",
                 "media":{"media_type":"movie","tmdbId":"603","tvdbId":"","status":"AVAILABLE","status4k":"UNKNOWN"},
                 "request":{"request_id":"12","requestedBy_username":"kid"},"extra":[]}""");

        assertThat(webhook).isEqualTo(new OverseerrWebhook(Kind.AVAILABLE, 12L, new TitleKey(MediaType.MOVIE, "603")));
    }

    @Test
    @DisplayName("a form that somebody edited")
    void edited() throws JsonProcessingException {
        var webhook = parse("""
                {"notification_type":"MEDIA_DECLINED","{{media}}":{"mediaType":"tv","tmdbId":1396},
                 "request":{"id":7}}""");

        assertThat(webhook).isEqualTo(new OverseerrWebhook(Kind.DECLINED, 7L, new TitleKey(MediaType.TV, "1396")));
    }

    @Test
    @DisplayName("missing, null and empty parts are absent")
    void sparse() throws JsonProcessingException {
        assertThat(parse("{\"notification_type\":\"TEST_NOTIFICATION\",\"media\":null,\"request\":null}"))
                .isEqualTo(new OverseerrWebhook(Kind.TEST, null, null));
        assertThat(parse("{\"notification_type\":\"MEDIA_FAILED\",\"media\":{\"media_type\":\"movie\",\"tmdbId\":\"\"},"
                        + "\"request\":{\"request_id\":\"\"}}"))
                .isEqualTo(new OverseerrWebhook(Kind.FAILED, null, null));
        assertThat(parse("[1,2]")).isEqualTo(new OverseerrWebhook(Kind.OTHER, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIA_PENDING,PENDING",
        "MEDIA_APPROVED,APPROVED",
        "MEDIA_AUTO_APPROVED,APPROVED",
        "MEDIA_AVAILABLE,AVAILABLE",
        "MEDIA_FAILED,FAILED",
        "MEDIA_DECLINED,DECLINED",
        "ISSUE_CREATED,OTHER",
        "SOMETHING_NEW,OTHER"
    })
    @DisplayName("every kind of message is told from the others")
    void kinds(String type, Kind kind) throws JsonProcessingException {
        assertThat(parse("{\"notification_type\":\"%s\"}".formatted(type)).kind())
                .isEqualTo(kind);
    }

    private static OverseerrWebhook parse(String json) throws JsonProcessingException {
        return OverseerrWebhook.parse(Json.lenient().readTree(json));
    }
}
