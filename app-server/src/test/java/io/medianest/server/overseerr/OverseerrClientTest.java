package io.medianest.server.overseerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.Quality;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OverseerrClientTest {
    private static final TitleKey MATRIX = new TitleKey(MediaType.MOVIE, "603");
    private static final TitleKey THRONES = new TitleKey(MediaType.TV, "1399");
    private static final String EMPTY = "{\"page\":1,\"totalPages\":1,\"totalResults\":0,\"results\":[]}";

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(OverseerrClient.CONNECT_TIMEOUT, OverseerrClient.READ_TIMEOUT);
    private final Guard guard = Guards.impatient(OverseerrClient.POLICY);
    private final AtomicReference<ServiceSettings> settings =
            new AtomicReference<>(Guards.settings(service.url(), "the-key"));
    private final OverseerrClient client =
            new OverseerrClient(guard, http, settings::get, new LocalCache(Clock.systemUTC()));

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("a search reads films with all that lists show")
    void search() {
        service.on("/api/v1/search", Answer.ok(Samples.read("overseerr/search.json")));

        var page = client.search("the matrix!", 1, "de");

        assertThat(page.totalItems()).isEqualTo(2);
        var matrix = page.items().getFirst();
        assertThat(matrix.key()).isEqualTo(MATRIX);
        assertThat(matrix.title()).isEqualTo("The Matrix");
        assertThat(matrix.year()).isEqualTo(1999);
        assertThat(matrix.releaseDate()).isEqualTo(LocalDate.of(1999, 3, 31));
        assertThat(matrix.genres()).containsExactly("Action", "Science Fiction");
        assertThat(matrix.poster()).isEqualTo("/p603.jpg");
        assertThat(matrix.rating()).isEqualTo(8.2);
        var asked = service.asked().getFirst();
        assertThat(asked.query()).isEqualTo("query=the%20matrix%21&page=1&language=de");
        assertThat(asked.header("X-Api-Key")).isEqualTo("the-key");
    }

    @Test
    @DisplayName("people, collections and entries without name or number are left out; odd fields cost nothing")
    void oddEntries() {
        service.on("/api/v1/search", Answer.ok("""
                {"page":1,"totalPages":9,"totalResults":177,"results":[
                  {"id":1,"mediaType":"person","name":"Keanu"},
                  {"id":2,"mediaType":"collection","title":"All of them"},
                  {"id":3,"mediaType":"movie","title":""},
                  {"mediaType":"movie","title":"No number"},
                  {"id":4,"mediaType":"tv","name":"Show","firstAirDate":"","voteAverage":null,"genreIds":[18,4711],
                   "posterPath":null,"mediaInfo":{"status":99}}]}"""));

        var page = client.search("x", 1, null);

        assertThat(page.totalPages()).isEqualTo(9);
        assertThat(page.items()).singleElement().satisfies(show -> {
            assertThat(show.key()).isEqualTo(new TitleKey(MediaType.TV, "4"));
            assertThat(show.year()).isNull();
            assertThat(show.rating()).isNull();
            assertThat(show.poster()).isNull();
            assertThat(show.genres()).containsExactly("Drama");
        });
    }

    @Test
    @DisplayName("nothing found is believed while its own catalogue answers")
    void nothingFound() {
        service.on("/api/v1/search", Answer.ok(EMPTY));
        service.on("/api/v1/discover/trending", Answer.ok(Samples.read("overseerr/search.json")));

        assertThat(client.search("qqqq", 1, null).items()).isEmpty();
    }

    @Test
    @DisplayName("nothing found while its own catalogue is down is an outage, not an empty result")
    void catalogueDown() {
        service.on("/api/v1/search", Answer.ok(EMPTY));
        service.on(
                "/api/v1/discover/trending", Answer.json(500, "{\"message\":\"Unable to retrieve trending items.\"}"));

        assertThat(failureOf(() -> client.search("matrix", 1, null)).code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);

        service.on("/api/v1/discover/trending", Answer.ok(EMPTY));
        assertThat(failureOf(() -> client.search("matrix", 1, null)))
                .hasMessage("Overseerr cannot reach its own catalogue (TMDB)");
    }

    @Test
    @DisplayName("the page of a film has its people and clips")
    void movie() {
        service.on("/api/v1/movie/603", Answer.ok(Samples.read("overseerr/movie.json")));
        service.on("/api/v1/movie/603/recommendations", Answer.ok(Samples.read("overseerr/search.json")));

        var details = client.details(MATRIX, null);

        assertThat(details.item().runtime()).isEqualTo(136);
        assertThat(details.item().genres()).containsExactly("Action", "Science Fiction");
        assertThat(details.cast()).singleElement().satisfies(actor -> {
            assertThat(actor.name()).isEqualTo("Keanu Reeves");
            assertThat(actor.picture()).isEqualTo("/k.jpg");
        });
        assertThat(details.crew())
                .singleElement()
                .satisfies(p -> assertThat(p.job()).isEqualTo("Director"));
        assertThat(details.videos())
                .singleElement()
                .satisfies(v -> assertThat(v.url()).isEqualTo("https://www.youtube.com/watch?v=abcdefghijk"));
        assertThat(details.recommendations()).hasSize(2);
        assertThat(details.seasons()).isNull();
    }

    @Test
    @DisplayName("the page of a series has its seasons, and survives that there are no recommendations")
    void series() {
        service.on("/api/v1/tv/1399", Answer.ok(Samples.read("overseerr/tv.json")));

        var details = client.details(THRONES, null);

        assertThat(details.item().title()).isEqualTo("Game of Thrones");
        assertThat(details.item().runtime()).isEqualTo(45);
        assertThat(details.seasons()).hasSize(4);
        assertThat(Objects.requireNonNull(details.seasons()).getFirst().name()).isEqualTo("Specials");
        assertThat(details.recommendations()).isEmpty();
    }

    @Test
    @DisplayName("an unknown title is a 500 there, and not found here, without harm to the breaker")
    void unknownTitle() {
        service.on("/api/v1/movie/603", Answer.json(500, "{\"message\":\"Unable to retrieve movie.\"}"));
        service.on("/api/v1/discover/trending", Answer.ok(Samples.read("overseerr/search.json")));

        for (int i = 0; i < 10; i++) {
            assertThat(failureOf(() -> client.details(MATRIX, null)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        }

        assertThat(guard.isOpen()).isFalse();
    }

    @Test
    @DisplayName("the same 500 while its own catalogue is down is an outage")
    void titleDuringOutage() {
        service.on("/api/v1/movie/603", Answer.json(500, "{\"message\":\"Unable to retrieve movie.\"}"));
        service.on(
                "/api/v1/discover/trending", Answer.json(500, "{\"message\":\"Unable to retrieve trending items.\"}"));

        assertThat(failureOf(() -> client.details(MATRIX, null)).code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
    }

    @Test
    @DisplayName("a request always says whether it is for 4K, its number as a number, and for whom")
    void submitMovie() {
        service.on(
                "/api/v1/request",
                Answer.json(
                        201,
                        "{\"id\":7,\"status\":2,\"type\":\"movie\",\"is4k\":false,"
                                + "\"media\":{\"tmdbId\":603,\"status\":3}}"));

        var submission = client.submit(new Wish(MATRIX, Quality.FULL_HD, List.of(), 12L));

        assertThat(submission).isInstanceOfSatisfying(Submission.Accepted.class, accepted -> {
            assertThat(accepted.request().id()).isEqualTo(7);
            assertThat(accepted.request().status()).isEqualTo(RequestState.APPROVED);
            assertThat(accepted.request().key()).isEqualTo(MATRIX);
        });
        var asked = service.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.body()).isEqualTo("{\"mediaType\":\"movie\",\"mediaId\":603,\"is4k\":false}");
        assertThat(asked.header("X-API-User")).isEqualTo("12");
    }

    @Test
    @DisplayName("a series names its seasons, or all")
    void submitSeries() {
        service.on("/api/v1/request", Answer.json(409, "{\"message\":\"Request for this media already exists.\"}"));

        client.submit(new Wish(THRONES, Quality.UHD, List.of(), null));
        client.submit(new Wish(THRONES, Quality.FULL_HD, List.of(1, 2), null));

        assertThat(service.asked().get(0).body()).contains("\"is4k\":true").contains("\"seasons\":\"all\"");
        assertThat(service.asked().get(1).body()).contains("\"seasons\":[1,2]");
        assertThat(service.asked().get(1).header("X-API-User")).isNull();
    }

    @Test
    @DisplayName("409 is there already, 202 has nothing left to create, 403 with a message is a refusal of the wish")
    void submissions() {
        var wish = new Wish(THRONES, Quality.FULL_HD, List.of(), null);
        service.on("/api/v1/request", Answer.json(409, "{\"message\":\"Request for this media already exists.\"}"));
        assertThat(client.submit(wish)).isEqualTo(new Submission.AlreadyThere());

        service.on("/api/v1/request", Answer.json(202, "{\"message\":\"No seasons available to request\"}"));
        assertThat(client.submit(wish)).isEqualTo(new Submission.NothingLeft("No seasons available to request"));

        service.on("/api/v1/request", Answer.json(403, "{\"message\":\"Series Quota exceeded.\"}"));
        assertThat(client.submit(wish)).isEqualTo(new Submission.Refused("Series Quota exceeded."));
    }

    @Test
    @DisplayName("a wrong key is a 403 too, but a failure that the keeper can mend")
    void wrongKey() {
        service.on(
                "/api/v1/request",
                Answer.json(403, "{\"status\":403,\"error\":\"You do not have permission to access this endpoint\"}"));

        var failure = failureOf(() -> client.submit(new Wish(MATRIX, Quality.FULL_HD, List.of(), null)));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        assertThat(failure).hasMessageContaining("key").hasMessageNotContaining("the-key");
        assertThat(failure.details()).isEqualTo("overseerr");
    }

    @Test
    @DisplayName("a request that fails is not sent again by itself")
    void submitOnce() {
        service.on("/api/v1/request", Answer.json(500, "{\"message\":\"boom\"}"));

        failureOf(() -> client.submit(new Wish(MATRIX, Quality.FULL_HD, List.of(), null)));

        assertThat(service.asked()).hasSize(1);
    }

    @Test
    @DisplayName("the list of requests reads states and seasons")
    void requests() {
        service.on("/api/v1/request", Answer.ok(Samples.read("overseerr/requests.json")));

        var page = client.requests(40, 20);

        assertThat(page.totalItems()).isEqualTo(1);
        assertThat(page.items()).singleElement().satisfies(request -> {
            assertThat(request.id()).isEqualTo(2);
            assertThat(request.key()).isEqualTo(new TitleKey(MediaType.TV, "1396"));
            assertThat(request.status()).isEqualTo(RequestState.PENDING);
            assertThat(request.title().whole()).isEqualTo(MediaState.PENDING);
            assertThat(request.seasons()).containsExactly(1, 2);
            assertThat(request.progressPercent()).isNull();
        });
        assertThat(service.asked().getFirst().query()).isEqualTo("take=20&skip=40&filter=all&sort=modified");
        assertThat(page.items().toString()).doesNotContain("@");
    }

    @Test
    @DisplayName("a request tells how far its download is, and takes states of newer versions as unknown")
    void requestState() {
        service.on("/api/v1/request/5", Answer.ok("""
                {"id":5,"status":77,"type":"movie","is4k":true,"media":{"tmdbId":603,"status":1,"status4k":3,
                 "downloadStatus":[],"downloadStatus4k":[{"size":800,"sizeLeft":200},{"size":200,"sizeLeft":50}]}}"""));

        var request = client.request(5);

        assertThat(request.status()).isEqualTo(RequestState.UNKNOWN);
        assertThat(request.title().whole()).isEqualTo(MediaState.PROCESSING);
        assertThat(request.progressPercent()).isEqualTo(75);
        assertThat(request.title().seasons()).isEmpty();
        assertThat(failureOf(() -> client.request(6)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("approving, declining and trying again post to the request")
    void decisions() {
        service.on("/api/v1/request/5/approve", Answer.ok("{\"id\":5,\"status\":2}"));
        service.on("/api/v1/request/5/decline", Answer.ok("{\"id\":5,\"status\":3}"));
        service.on("/api/v1/request/5/retry", Answer.ok("{\"id\":5,\"status\":2}"));

        assertThat(client.approve(5).status()).isEqualTo(RequestState.APPROVED);
        assertThat(client.decline(5).status()).isEqualTo(RequestState.DECLINED);
        assertThat(client.retry(5).status()).isEqualTo(RequestState.APPROVED);
        assertThat(service.asked())
                .allSatisfy(asked -> assertThat(asked.method()).isEqualTo("POST"));
    }

    @Test
    @DisplayName("members are found by their Plex account, over all pages, and asked for once")
    void users() {
        service.on(
                "/api/v1/user",
                asked -> Answer.ok(
                        "0".equals(asked.parameter("skip"))
                                ? "{\"pageInfo\":{\"results\":101},\"results\":[{\"id\":1,\"plexId\":null},{\"id\":2,\"plexId\":555}]}"
                                : "{\"pageInfo\":{\"results\":101},\"results\":[{\"id\":3,\"plexId\":777}]}"));

        assertThat(client.userOf("777")).isEqualTo(Optional.of(3L));
        assertThat(client.userOf("555")).isEqualTo(Optional.of(2L));
        assertThat(client.userOf("1")).isEmpty();
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    @DisplayName("five web pages instead of data open the breaker, and then nothing is asked")
    void opensBreaker() {
        service.on("/api/v1/status", Answer.html(200));
        for (int i = 0; i < 5; i++) {
            assertThat(failureOf(client::version).code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        }

        assertThat(guard.isOpen()).isTrue();
        assertThat(service.asked()).hasSize(5);
        var failure = failureOf(client::version);
        assertThat(failure.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(Objects.requireNonNull(failure.retryAfter()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("new settings work at once")
    void liveSettings() {
        service.on("/api/v1/status", Answer.ok(Samples.read("overseerr/status.json")));
        assertThat(client.version()).isEqualTo("1.34.0");

        settings.set(Guards.notConfigured());

        assertThat(client.isConfigured()).isFalse();
        assertThat(failureOf(client::version).code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }

    private static MediaNestException failureOf(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, work));
    }
}
