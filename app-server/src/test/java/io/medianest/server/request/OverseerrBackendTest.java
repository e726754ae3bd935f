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
import io.medianest.server.request.RequestBackend.Submission;
import io.medianest.server.request.RequestBackend.UpstreamState;
import io.medianest.server.request.RequestBackend.UpstreamState.Decision;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.LoopbackService.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    @Test
    @DisplayName("no season left to request: the request of an earlier attempt is taken for ours, not for a refusal")
    void nothingLeft() {
        overseerr.on("/api/v1/request", posted(202, "No seasons available to request", series(8, 1, 2, "[5,6]", 3)));

        assertThat(backend.submit(seasons(List.of(5)), null))
                .isEqualTo(new Submission.Taken("8", new UpstreamState(Decision.APPROVED, false, false, null)));
        assertThat(backend.submit(seasons(null), null)).isInstanceOf(Submission.Taken.class);
        assertThat(backend.submit(seasons(List.of(4)), null))
                .as("nothing stands there for this one")
                .isEqualTo(new Submission.Refused("No seasons available to request"));

        overseerr.on("/api/v1/tv/1", Answer.ok("""
                        {"id":1,"mediaInfo":{"status":4,"seasons":[
                          {"seasonNumber":3,"status":5},{"seasonNumber":4,"status":5},{"seasonNumber":7,"status":3}]}}"""));
        assertThat(backend.submit(seasons(List.of(3, 4)), null))
                .as("nobody has to fetch what is there")
                .isEqualTo(new Submission.Taken(null, new UpstreamState(Decision.APPROVED, true, false, null)));
        assertThat(backend.submit(seasons(List.of(4, 7)), null)).isInstanceOf(Submission.Refused.class);
    }

    @Test
    @DisplayName("what Overseerr has and failed to pass on is tried again there, instead of being found failed again")
    void failedThere() {
        overseerr.on("/api/v1/request", posted(409, "Request for this media already exists.", film603(7, 4, 2)));
        overseerr.on("/api/v1/request/7/retry", Answer.ok(film603(7, 2, 3)));

        var submission = backend.submit(wanted("603", MediaType.MOVIE, null, null), null);

        assertThat(submission)
                .isEqualTo(new Submission.Taken("7", new UpstreamState(Decision.APPROVED, false, false, null)));
        assertThat(overseerr.asked("/api/v1/request/7/retry"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.method()).isEqualTo("POST"));
    }

    @Test
    @DisplayName("seasons are there when just these are, whatever the rest of the series is")
    void seasonsThere() {
        var states = "[{\"seasonNumber\":1,\"status\":5},{\"seasonNumber\":5,\"status\":3}]";
        var listed = series(8, 1, 2, "[1]", 4);
        overseerr.on("/api/v1/request", Answer.ok(list(listed)));
        overseerr.on(
                "/api/v1/request/8",
                Answer.ok(listed.replace("\"media\":{", "\"media\":{\"seasons\":%s,".formatted(states))));

        assertThat(backend.states(List.of(series("8", List.of(1)))))
                .hasEntrySatisfying("8", state -> assertThat(state.available()).isTrue());
        assertThat(backend.states(List.of(series("8", List.of(1, 5)))))
                .hasEntrySatisfying("8", state -> assertThat(state.available()).isFalse());
        assertThat(overseerr.asked("/api/v1/request/8")).hasSize(2);
        assertThat(backend.states(List.of(series("8", null)))).containsOnlyKeys("8");
        assertThat(overseerr.asked("/api/v1/request/8"))
                .as("a whole series needs no second look")
                .hasSize(2);
    }

    @Test
    @DisplayName("a series is looked at once, however many wish for seasons of it")
    void oneLookPerSeries() {
        var first = series(8, 1, 2, "[1]", 4);
        var states = "[{\"seasonNumber\":1,\"status\":5},{\"seasonNumber\":5,\"status\":3}]";
        overseerr.on("/api/v1/request", Answer.ok(list(first + "," + series(9, 1, 2, "[5]", 4))));
        overseerr.on(
                "/api/v1/request/8",
                Answer.ok(first.replace("\"media\":{", "\"media\":{\"seasons\":%s,".formatted(states))));

        var found = backend.states(List.of(series("8", List.of(1)), series("9", List.of(5))));

        assertThat(found)
                .hasEntrySatisfying("8", state -> assertThat(state.available()).isTrue())
                .hasEntrySatisfying("9", state -> assertThat(state.available()).isFalse());
        assertThat(overseerr.asked("/api/v1/request/8")).hasSize(1);
        assertThat(overseerr.asked("/api/v1/request/9")).isEmpty();
    }

    @Test
    @DisplayName("seasons that cannot be looked at are not there yet, and hide nothing about the other requests")
    void seasonsNotKnown() {
        overseerr.on("/api/v1/request", Answer.ok(list(series(8, 1, 2, "[1]", 5) + "," + film603(7, 2, 5))));
        overseerr.on("/api/v1/request/8", Answer.json(500, "{\"message\":\"Unable to retrieve request.\"}"));

        var found = backend.states(List.of(series("8", List.of(1)), handedOver("603", "7")));

        assertThat(found)
                .containsEntry("8", new UpstreamState(Decision.APPROVED, false, false, null))
                .containsEntry("7", new UpstreamState(Decision.APPROVED, true, false, null));
    }

    @Test
    @DisplayName("a word about what is gone, or about another title, is not passed on")
    void noWord() {
        overseerr.on("/api/v1/request/7", Answer.ok(film603(7, 1, 2)));
        overseerr.on("/api/v1/request/7/approve", Answer.ok(film603(7, 2, 3)));
        overseerr.on("/api/v1/request/7/decline", Answer.json(404, "{\"message\":\"Request not found.\"}"));

        assertThat(backend.approve(handedOver("603", "7")))
                .hasValueSatisfying(state -> assertThat(state.decision()).isEqualTo(Decision.APPROVED));
        assertThat(backend.decline(handedOver("603", "7")))
                .as("deleted in between")
                .isEmpty();
        assertThat(backend.approve(handedOver("19", "7"))).isEmpty();
        assertThat(backend.decline(handedOver("19", "7"))).isEmpty();
        assertThat(backend.decline(handedOver("603", "9"))).isEmpty();
        assertThat(overseerr.asked("/api/v1/request/7/approve")).hasSize(1);
        assertThat(overseerr.asked("/api/v1/request/7/decline")).hasSize(1);
    }

    /// Overseerr that answers a new request so, and lists one.
    private static Function<Asked, Answer> posted(int status, String message, String listed) {
        return asked -> asked.method().equals("POST")
                ? Answer.json(status, "{\"message\":\"%s\"}".formatted(message))
                : Answer.ok(list(listed));
    }

    private static String list(String request) {
        return "{\"pageInfo\":{\"pages\":1,\"results\":1},\"results\":[%s]}".formatted(request);
    }

    private static String film603(int id, int status, int mediaStatus) {
        return "{\"id\":%d,\"type\":\"movie\",\"status\":%d,\"media\":{\"tmdbId\":603,\"status\":%d}}"
                .formatted(id, status, mediaStatus);
    }

    private static String series(int id, int tmdbId, int status, String seasons, int mediaStatus) {
        var numbered = seasons.replaceAll("(\\d+)", "{\"seasonNumber\":$1,\"status\":2}");
        return "{\"id\":%d,\"type\":\"tv\",\"status\":%d,\"seasons\":%s,\"media\":{\"tmdbId\":%d,\"status\":%d}}"
                .formatted(id, status, numbered, tmdbId, mediaStatus);
    }

    private static MediaRequest handedOver(String tmdbId, String overseerrId) {
        return wanted(tmdbId, MediaType.MOVIE, null, overseerrId);
    }

    private static MediaRequest seasons(@Nullable List<Integer> seasons) {
        return wanted("1", MediaType.TV, seasons, null);
    }

    private static MediaRequest series(String overseerrId, @Nullable List<Integer> seasons) {
        return wanted("1", MediaType.TV, seasons, overseerrId);
    }

    private static MediaRequest wanted(
            String tmdbId, MediaType type, @Nullable List<Integer> seasons, @Nullable String overseerrId) {
        return new MediaRequest(
                "req_" + tmdbId,
                tmdbId,
                type,
                "Title " + tmdbId,
                null,
                null,
                RequestStatus.APPROVED,
                RequestStage.SUBMITTED,
                Quality.FULL_HD,
                null,
                seasons,
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
