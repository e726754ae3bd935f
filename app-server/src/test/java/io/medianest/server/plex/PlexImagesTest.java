package io.medianest.server.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.plex.PlexImages.Hearsay;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlexImagesTest {
    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);
    private final PlexImages client = new PlexImages(
            Guards.impatient(PlexImages.POLICY),
            http,
            () -> Guards.settings(service.url(), "tok"),
            new PlexDevice("uuid-1", "0.1.0", "Linux", "Living room"));

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("pictures are made to measure, and only those of the library")
    void image() {
        service.on("/photo/:/transcode", new Answer(200, Map.of("Content-Type", "image/jpeg"), "JPEG"));

        assertThat(client.fetch("/library/metadata/1/thumb/2", Hearsay.ANYBODY, 300, 450))
                .hasSize(4);

        assertThat(service.asked().getFirst().query())
                .isEqualTo("url=%2Flibrary%2Fmetadata%2F1%2Fthumb%2F2&width=300&height=450&minSize=1&upscale=1");
        for (var path : new String[] {
            "http://192.168.1.1/",
            "//evil",
            "/library/../admin",
            "/status",
            "/library/sections",
            "/library/metadata/1/thumb/2/../../../../../accounts",
            "/library/metadata/1/thumb/2?url=http://192.168.1.1/",
            "/library/metadata/1/thumb/2\n",
            "http://192.168.1.1/library/metadata/1/thumb/2",
            ""
        }) {
            assertThat(failureOf(() -> client.fetch(path, Hearsay.ANYBODY, 1, 1))
                            .code())
                    .isEqualTo(ErrorCode.VALIDATION_ERROR);
        }
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    @DisplayName("pictures that strangers name and the server cannot make do not stand in the way of those that it can")
    void strangersNames() {
        for (var useless : List.of(Answer.json(500, "{}"), Answer.html(200))) {
            service.on("/photo/:/transcode", useless);
            for (int picture = 0; picture < PlexImages.POLICY.failures(); picture++) {
                var path = "/library/metadata/1/thumb/" + picture;
                assertThat(failureOf(() -> client.fetch(path, Hearsay.ANYBODY, 100, 100))
                                .code())
                        .isEqualTo(ErrorCode.UPSTREAM_ERROR);
            }
        }
        assertThat(service.asked()).as("each is asked for once").hasSize(2 * PlexImages.POLICY.failures());

        service.on("/photo/:/transcode", new Answer(200, Map.of("Content-Type", "image/jpeg"), "JPEG"));
        assertThat(client.fetch("/library/metadata/1/thumb/2", Hearsay.ANYBODY, 100, 100))
                .hasSize(4);
    }

    @Test
    @DisplayName("a server that fails with what the library named is left alone for a while")
    void unwell() {
        service.on("/photo/:/transcode", Answer.json(500, "{}"));
        while (service.asked().size() < PlexImages.POLICY.failures()) {
            assertThatThrownBy(() -> client.fetch("/library/metadata/1/thumb/2", Hearsay.LIBRARY, 100, 100))
                    .isInstanceOf(MediaNestException.class);
        }

        assertThat(failureOf(() -> client.fetch("/library/metadata/1/thumb/2", Hearsay.LIBRARY, 100, 100))
                        .code())
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(service.asked()).hasSize(PlexImages.POLICY.failures());
    }

    private static MediaNestException failureOf(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, work));
    }
}
