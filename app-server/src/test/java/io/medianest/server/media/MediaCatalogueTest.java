package io.medianest.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.media.Availability;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.Samples;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.tmdb.TmdbImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaCatalogueTest {
    private static final TitleKey MATRIX = new TitleKey(MediaType.MOVIE, "603");
    private static final PageQuery FIRST = new PageQuery(1, 20);
    private static final String PLEX_URL = "https://app.plex.tv/desktop/#!/server/m/details?key=k";

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private final LoopbackService overseerr = LoopbackService.start();
    private final LoopbackService tmdb = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private final Map<TitleKey, String> library = new HashMap<>();
    private final Map<TitleKey, String> requests = new HashMap<>();
    private final List<Collection<TitleKey>> lookups = new ArrayList<>();
    private ServiceSettings overseerrSettings = Guards.settings(overseerr.url(), "key");
    private ServiceSettings tmdbSettings = Guards.settings(tmdb.url(), "token");
    private final LocalCache cache = new LocalCache(clock);
    private final MediaCatalogue catalogue = new MediaCatalogue(
            new Catalogues(
                    new OverseerrClient(
                            new Guard(OverseerrClient.POLICY, clock, pause -> {}),
                            http,
                            () -> overseerrSettings,
                            cache),
                    new TmdbClient(new Guard(TmdbClient.POLICY, clock, pause -> {}), http, () -> tmdbSettings)),
            cache,
            new AvailabilityLookup(
                    keys -> {
                        lookups.add(keys);
                        return library;
                    },
                    keys -> requests),
            clock);

    @BeforeEach
    void answers() {
        overseerr.on("/api/v1/search", Answer.ok(Samples.read("overseerr/search.json")));
        overseerr.on("/api/v1/discover/trending", Answer.ok(Samples.read("overseerr/search.json")));
        overseerr.on("/api/v1/movie/603", Answer.ok(Samples.read("overseerr/movie.json")));
        overseerr.on("/api/v1/movie/603/recommendations", Answer.ok(Samples.read("overseerr/search.json")));
        tmdb.on(
                "/search/multi",
                Answer.ok(
                        "{\"total_pages\":1,\"total_results\":1,\"results\":[{\"id\":7,\"media_type\":\"movie\",\"title\":\"Seven\"}]}"));
    }

    @AfterEach
    void close() {
        http.close();
        overseerr.close();
        tmdb.close();
    }

    @Test
    @DisplayName("Overseerr is asked where there is one, TMDB where there is none, at once when that changes")
    void choice() {
        assertThat(titles()).containsExactly("The Matrix", "The Matrix Reloaded");

        overseerrSettings = Guards.notConfigured();

        assertThat(titles()).containsExactly("Seven");
    }

    @Test
    @DisplayName("with neither the reply says what to set")
    void neither() {
        overseerrSettings = Guards.notConfigured();
        tmdbSettings = Guards.notConfigured();

        var failure = failureOf(this::titles);

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("overseerr.url").hasMessageContaining("tmdb.api-key");
    }

    @Test
    @DisplayName("a search is asked once a minute, while what is there and requested is looked up each time")
    void copies() {
        titles();
        library.put(MATRIX, PLEX_URL);
        requests.put(MATRIX, "req_1");

        var again = catalogue.search("MATRIX", null, FIRST, null).value();

        assertThat(again.results().getFirst().availability())
                .isEqualTo(new Availability(true, true, PLEX_URL, "req_1"));
        assertThat(again.results().get(1).availability()).isEqualTo(Availability.NONE);
        assertThat(overseerr.asked()).hasSize(1);
        assertThat(lookups).hasSize(2);
        assertThat(lookups.getFirst()).hasSize(2);

        clock.advance(Duration.ofSeconds(61));
        titles();
        assertThat(overseerr.asked()).hasSize(2);
    }

    @Test
    @DisplayName("films and series of the same number are told apart")
    void sameNumber() {
        library.put(new TitleKey(MediaType.TV, "603"), PLEX_URL);

        assertThat(catalogue
                        .search("matrix", null, FIRST, null)
                        .value()
                        .results()
                        .getFirst()
                        .availability())
                .isEqualTo(Availability.NONE);
    }

    @Test
    @DisplayName("while Overseerr is down an older copy stands in and says so; without one the outage is told")
    void stale() {
        titles();
        overseerr.on("/api/v1/search", Answer.json(500, "{\"message\":\"boom\"}"));
        clock.advance(Duration.ofMinutes(5));

        var copy = catalogue.search("matrix", null, FIRST, null);

        assertThat(copy.staleFor()).isEqualTo(Duration.ofMinutes(5));
        assertThat(copy.value().stale()).isTrue();
        assertThat(copy.value().results()).hasSize(2);
        assertThat(failureOf(() -> catalogue.search("else", null, FIRST, null)).details())
                .isEqualTo("overseerr");
    }

    @Test
    @DisplayName(
            "while Overseerr is down a title that was shown can be looked at and asked for; of any other nothing is known")
    void seen() {
        titles();
        overseerr.on("/api/v1/movie/603", Answer.json(500, "{\"message\":\"boom\"}"));
        overseerr.on("/api/v1/movie/604", Answer.json(500, "{\"message\":\"boom\"}"));
        overseerr.on("/api/v1/movie/605", Answer.json(500, "{\"message\":\"boom\"}"));

        assertThat(catalogue.find(new TitleKey(MediaType.MOVIE, "603")).title()).isEqualTo("The Matrix");
        clock.advance(Duration.ofMinutes(20));
        var shown = catalogue.details(new TitleKey(MediaType.MOVIE, "603"), null);
        assertThat(shown.value().item().title()).isEqualTo("The Matrix");
        assertThat(shown.value().cast()).as("what lists do not tell").isEmpty();
        assertThat(shown.staleFor()).isEqualTo(Duration.ofMinutes(20));
        assertThat(failureOf(() -> catalogue.find(new TitleKey(MediaType.MOVIE, "605")))
                        .details())
                .isEqualTo("overseerr");
    }

    @Test
    @DisplayName("“nothing found” during an outage does not push the older copy out")
    void emptyDuringOutage() {
        titles();
        clock.advance(Duration.ofMinutes(5));
        overseerr.on("/api/v1/search", Answer.ok("{\"page\":1,\"totalPages\":1,\"totalResults\":0,\"results\":[]}"));
        overseerr.on("/api/v1/discover/trending", Answer.json(500, "{\"message\":\"Unable to retrieve\"}"));

        assertThat(titles()).containsExactly("The Matrix", "The Matrix Reloaded");
    }

    @Test
    @DisplayName("pictures are addressed on this server, in the sizes that lists and pages need")
    void pictures() {
        var details = catalogue.details(MATRIX, null).value();

        assertThat(details.item().poster()).isEqualTo("/api/v1/media/images/w342/p603.jpg");
        assertThat(details.item().backdrop()).isEqualTo("/api/v1/media/images/w1280/b603.jpg");
        assertThat(details.cast().getFirst().picture()).isEqualTo("/api/v1/media/images/w185/k.jpg");
        assertThat(details.recommendations().getFirst().poster()).isEqualTo("/api/v1/media/images/w342/p603.jpg");
    }

    @Test
    @DisplayName("the page of a title and what is recommended on it share one lookup and five minutes")
    void details() {
        requests.put(MATRIX, "req_1");
        var details = catalogue.details(MATRIX, null).value();
        var found = catalogue.find(MATRIX);
        clock.advance(Duration.ofMinutes(4));
        catalogue.details(MATRIX, null);

        assertThat(details.item().availability().requestId()).isEqualTo("req_1");
        assertThat(details.recommendations().getFirst().availability().requested())
                .isTrue();
        assertThat(found.availability().requestId()).isEqualTo("req_1");
        assertThat(lookups).hasSize(3);
        assertThat(overseerr.asked("/api/v1/movie/603")).hasSize(1);
    }

    @Test
    @DisplayName("a title is found for a request with name, year and poster, or not")
    void find() {
        overseerr.on("/api/v1/tv/1", Answer.json(500, "{\"message\":\"Unable to retrieve series.\"}"));

        var found = catalogue.find(MATRIX);

        assertThat(found.title()).isEqualTo("The Matrix");
        assertThat(found.year()).isEqualTo(1999);
        assertThat(failureOf(() -> catalogue.find(new TitleKey(MediaType.TV, "1")))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("one type is cut out of Overseerr's mixed list")
    void typed() {
        assertThat(catalogue.trending(MediaType.TV, FIRST).value().results()).isEmpty();
        assertThat(catalogue.trending(MediaType.MOVIE, FIRST).value().results()).hasSize(2);
    }

    @Test
    @DisplayName("pictures are fetched once, and nothing else than pictures of known sizes")
    void pictureFiles() {
        var files = new FileCache(directory.resolve("pictures"), 1_000_000, clock);
        files.start();
        tmdb.on("/w342/p603.jpg", new Answer(200, Map.of("Content-Type", "image/jpeg"), "JPEG"));
        var pictures = new Pictures(new TmdbImages(Guards.impatient(TmdbImages.POLICY), http, tmdb::url), files);

        for (int i = 0; i < 2; i++) {
            try (var picture = pictures.open("w342", "p603.jpg", () -> {})) {
                assertThat(picture.size()).isEqualTo(4);
            }
        }

        assertThat(tmdb.asked()).hasSize(1);
        for (var file : new String[] {"../x.jpg", "x.svg", "x.jpg.exe", "a/b.jpg", ".jpg"}) {
            assertThat(failureOf(() -> pictures.open("w342", file, () -> {})).code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
        for (var size : new String[] {"w9999", "original"}) {
            assertThat(failureOf(() -> pictures.open(size, "p603.jpg", () -> {}))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
        assertThat(tmdb.asked()).hasSize(1);
    }

    private List<String> titles() {
        return catalogue.search("matrix", null, FIRST, null).value().results().stream()
                .map(MediaItem::title)
                .toList();
    }

    private static MediaNestException failureOf(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, work));
    }
}
