package io.medianest.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.media.MediaType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OverseerrBackendTest {
    private final MovableClock clock = new MovableClock();
    private final LoopbackService overseerr = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private final OverseerrBackend backend = new OverseerrBackend(new OverseerrClient(
            new Guard(OverseerrClient.POLICY, clock, pause -> {}),
            http,
            () -> Guards.settings(overseerr.url(), "key"),
            new LocalCache(clock)));

    @AfterEach
    void close() {
        http.close();
        overseerr.close();
    }

    @Test
    @DisplayName("a number that belongs to another title by now says nothing about the request that had it")
    void otherTitle() {
        var film603 = "{\"id\":7,\"type\":\"movie\",\"status\":2,\"media\":{\"tmdbId\":603,\"status\":5}}";
        overseerr.on(
                "/api/v1/request",
                Answer.ok("{\"pageInfo\":{\"pages\":1,\"results\":1},\"results\":[" + film603 + "]}"));
        overseerr.on("/api/v1/request/7", Answer.ok(film603));
        var same = handedOver("603", "7");
        var other = handedOver("19", "7");

        assertThat(backend.states(List.of(same))).containsOnlyKeys("7");
        assertThat(backend.state(same))
                .hasValueSatisfying(state -> assertThat(state.available()).isTrue());
        assertThat(backend.states(List.of(other))).isEmpty();
        assertThat(backend.state(other)).isEmpty();
    }

    private static MediaRequest handedOver(String tmdbId, String overseerrId) {
        return new MediaRequest(
                "req_" + tmdbId,
                tmdbId,
                MediaType.MOVIE,
                "Title " + tmdbId,
                null,
                null,
                RequestStatus.APPROVED,
                RequestStage.SUBMITTED,
                Quality.FULL_HD,
                null,
                null,
                "usr_1",
                "Ann",
                overseerrId,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
