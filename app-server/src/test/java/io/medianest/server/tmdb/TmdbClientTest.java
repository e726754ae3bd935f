package io.medianest.server.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TmdbClientTest {
    private static final String PAGE = """
            {"page":1,"total_pages":700,"total_results":13999,"results":[
              {"id":6384,"media_type":"person","name":"Keanu Reeves"},
              {"id":603,"media_type":"movie","title":"The Matrix","release_date":"1999-03-31","genre_ids":[28],
               "vote_average":8.2,"vote_count":1000,"poster_path":"/p.jpg","original_language":"en"},
              {"id":1399,"media_type":"tv","name":"Game of Thrones","first_air_date":"","vote_average":0,
               "vote_count":0}]}""";

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(TmdbClient.CONNECT_TIMEOUT, TmdbClient.READ_TIMEOUT);
    private final List<Duration> pauses = new ArrayList<>();
    private final Guard guard = new Guard(TmdbClient.POLICY, Clock.systemUTC(), pauses::add);
    private final TmdbClient client = clientWith("eyJhbGciOiJIUzI1NiJ9.long-read-token");

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("a mixed search leaves people out and reads empty dates and missing votes as absent")
    void search() {
        service.on("/search/multi", Answer.ok(PAGE));

        var page = client.search("matrix", null, 1, "de-DE");

        assertThat(page.items()).extracting(MediaItem::title).containsExactly("The Matrix", "Game of Thrones");
        assertThat(page.items().get(0).year()).isEqualTo(1999);
        assertThat(page.items().get(1).releaseDate()).isNull();
        assertThat(page.items().get(1).rating()).isNull();
        assertThat(service.asked().getFirst().query())
                .isEqualTo("query=matrix&include_adult=false&page=1&language=de-DE");
    }

    @Test
    @DisplayName("no more pages are promised than TMDB gives out")
    void lastPage() {
        service.on("/search/multi", Answer.ok(PAGE));

        var page = client.search("a", null, 1, null);

        assertThat(page.totalPages()).isEqualTo(500);
        assertThat(page.totalItems()).isEqualTo(10_000);
    }

    @Test
    @DisplayName("one type is asked for in its own list, whose entries do not say their type")
    void typed() {
        service.on(
                "/search/tv",
                Answer.ok("{\"total_pages\":1,\"total_results\":1,\"results\":[{\"id\":1,\"name\":\"A\"}]}"));
        service.on(
                "/trending/movie/week",
                Answer.ok("{\"total_pages\":1,\"total_results\":1,\"results\":[{\"id\":2,\"title\":\"B\"}]}"));

        assertThat(client.search("a", MediaType.TV, 1, null).items().getFirst().key())
                .isEqualTo(new TitleKey(MediaType.TV, "1"));
        assertThat(client.trending(MediaType.MOVIE, 1).items().getFirst().key())
                .isEqualTo(new TitleKey(MediaType.MOVIE, "2"));
    }

    @Test
    @DisplayName("a read token goes into a header, an old key into the address")
    void keys() {
        service.on("/configuration", Answer.ok("{\"images\":{}}"));

        client.check();
        clientWith("0123456789abcdef0123456789abcdef").check();

        assertThat(service.asked().get(0).header("Authorization"))
                .isEqualTo("Bearer eyJhbGciOiJIUzI1NiJ9.long-read-token");
        assertThat(service.asked().get(0).query()).isEmpty();
        assertThat(service.asked().get(1).header("Authorization")).isNull();
        assertThat(service.asked().get(1).query()).isEqualTo("api_key=0123456789abcdef0123456789abcdef");
    }

    @Test
    @DisplayName("details come in one call with all that belongs to them")
    void details() {
        service.on("/tv/1399", Answer.ok("""
                {"id":1399,"name":"Game of Thrones","episode_run_time":[60],"genres":[{"id":18,"name":"Drama"}],
                 "vote_average":8.4,"vote_count":9,"credits":{"cast":[{"name":"Emilia Clarke","character":"Daenerys",
                 "profile_path":"/e.jpg"},{"character":"nameless"}],"crew":[]},
                 "videos":{"results":[{"site":"YouTube","key":"k","name":"Trailer","type":"Trailer"},
                   {"site":"Elsewhere","key":"x"}]},
                 "recommendations":{"results":[{"id":1396,"name":"Breaking Bad","media_type":"tv"}]},
                 "seasons":[{"season_number":0,"name":"Specials","episode_count":3,"air_date":null},
                   {"name":"no number"}]}"""));

        var details = client.details(new TitleKey(MediaType.TV, "1399"), null);

        assertThat(service.asked()).hasSize(1);
        assertThat(service.asked().getFirst().parameter("append_to_response"))
                .isEqualTo("credits%2Cvideos%2Crecommendations%2Cexternal_ids");
        assertThat(details.item().runtime()).isEqualTo(60);
        assertThat(details.cast()).hasSize(1);
        assertThat(details.videos()).hasSize(1);
        assertThat(details.recommendations()).extracting(MediaItem::title).containsExactly("Breaking Bad");
        assertThat(details.seasons()).hasSize(1);
    }

    @Test
    @DisplayName("an unknown number is not found")
    void unknown() {
        service.on(
                "/movie/9",
                Answer.json(404, "{\"success\":false,\"status_code\":34,\"status_message\":\"could not be found\"}"));

        assertThat(failureOf(() -> client.details(new TitleKey(MediaType.MOVIE, "9"), null))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("asked to slow down it waits as long as it is told, when there is time, and says so otherwise")
    void slowDown() {
        service.on("/trending/all/week", Answer.json(429, "{}").with("Retry-After", "2"));
        assertThat(failureOf(() -> client.trending(null, 1)).retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));

        service.on("/trending/all/week", Answer.json(429, "{}").with("Retry-After", "60"));
        var failure = failureOf(() -> client.trending(null, 1));
        assertThat(failure.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(pauses).hasSize(2);
        assertThat(guard.isOpen()).isFalse();
    }

    @Test
    @DisplayName("a wrong key is told without showing it")
    void wrongKey() {
        service.on("/configuration", Answer.json(401, "{\"status_code\":7,\"status_message\":\"Invalid API key\"}"));

        var failure = failureOf(client::check);

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        assertThat(failure).hasMessageContaining("key in the settings").hasMessageNotContaining("long-read");
    }

    @Test
    @DisplayName("pictures must be pictures")
    void images() {
        var images = new TmdbImages(Guards.impatient(TmdbImages.POLICY), http, service::url);
        service.on("/w342/a.jpg", new Answer(200, java.util.Map.of("Content-Type", "image/jpeg"), "JPEG"));
        service.on("/w342/b.jpg", Answer.html(200));

        assertThat(images.fetch("w342", "a.jpg")).hasSize(4);
        assertThat(failureOf(() -> images.fetch("w342", "b.jpg")).code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        assertThat(failureOf(() -> images.fetch("w342", "c.jpg")).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    private TmdbClient clientWith(String key) {
        return new TmdbClient(guard, http, () -> Guards.settings(service.url(), key));
    }

    private static MediaNestException failureOf(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, work));
    }
}
