package io.medianest.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.library.LibraryTitle;
import io.medianest.server.library.LibraryTitles.Filter;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.TitleKind;
import io.medianest.server.plex.TitleOrder;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.TestDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LibraryTitlesTest {
    private static final String FILMS = "/library/sections/1/all";
    private static final String SHOWS = "/library/sections/2/all";
    private static final String MUSIC = "/library/sections/3/all";
    private static final PageQuery FIRST = new PageQuery(1, 2);

    private final MovableClock clock = new MovableClock();
    private final FakePlex plex = new FakePlex();
    private final PlexClient client = plex.client();
    private final Database database = TestDatabase.open("library-" + UUID.randomUUID());
    private final LocalCache cache = new LocalCache(clock);
    private final LibraryTitles titles =
            new LibraryTitles(client, new Library(client, database, cache, () -> 3, clock), cache, clock);

    @BeforeEach
    void fill() {
        plex.service.on(FILMS, list(5, film(11, 300), film(12, 100)));
        plex.service.on(SHOWS, list(1, show(21, 200)));
        plex.service.on(MUSIC, list(1, "{\"ratingKey\":\"31\",\"type\":\"artist\",\"title\":\"Band\"}"));
        plex.service.on("/hubs/search", found(film(11, 300), film(12, 100), show(21, 200)));
    }

    @AfterEach
    void close() {
        plex.close();
        database.close();
    }

    @Test
    @DisplayName("a page of a library: its pictures are this server's, its titles open in Plex")
    void page() {
        var copy = titles.items("1", null, TitleOrder.NEWEST, Filter.ALL, new PageQuery(2, 2));

        assertThat(copy.isStale()).isFalse();
        assertThat(copy.value().pagination().totalPages()).isEqualTo(3);
        var film = copy.value().items().getFirst();
        assertThat(film.poster())
                .isEqualTo("/api/v1/plex/image?path=%2Flibrary%2Fmetadata%2F11%2Fthumb%2F1&width=400&height=600");
        assertThat(film.backdrop()).as("a picture that is not handed out").isNull();
        assertThat(film.plexUrl())
                .isEqualTo("https://app.plex.tv/desktop/#!/server/m-1/details?key=%2Flibrary%2Fmetadata%2F11");
        var asked = plex.service.asked(FILMS).getLast();
        assertThat(asked.query()).isEqualTo("sort=addedAt%3Adesc&includeGuids=1&type=1");
        assertThat(asked.header("X-Plex-Container-Start")).isEqualTo("2");
        assertThat(asked.header("X-Plex-Container-Size")).isEqualTo("2");
    }

    @Test
    @DisplayName("music is listed as it is, episodes where they are asked for, the latest of the last 30 days")
    void queries() {
        var music = titles.items("3", null, TitleOrder.NEWEST, Filter.UNWATCHED, FIRST);
        assertThat(music.value().items()).extracting(LibraryTitle::type).containsExactly("artist");
        assertThat(plex.service.asked(MUSIC).getLast().query()).isEqualTo("sort=addedAt%3Adesc&includeGuids=1");

        titles.items("2", TitleKind.EPISODE, TitleOrder.NEWEST, Filter.RECENTLY_ADDED, FIRST);
        var since = clock.instant().minus(Duration.ofDays(30)).getEpochSecond();
        assertThat(plex.service.asked(SHOWS).getLast().query()).endsWith("&type=4&addedAt%3E%3E=" + since);
    }

    @Test
    @DisplayName("a library that does not exist is not found, and Plex not asked for it")
    void unknown() {
        assertThatThrownBy(() -> titles.items("9/../1", null, TitleOrder.NEWEST, Filter.ALL, FIRST))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> titles.items("9", TitleKind.MOVIE, TitleOrder.NEWEST, Filter.ALL, FIRST))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(plex.service.asked()).noneMatch(asked -> asked.path().contains("9"));
    }

    @Test
    @DisplayName("half an hour a page comes from its copy, then from Plex, and while that is off from the old copy")
    void copies() {
        titles.items("1", null, TitleOrder.NEWEST, Filter.ALL, FIRST);
        int asked = plex.service.asked(FILMS).size();
        clock.advance(Duration.ofMinutes(29));
        titles.items("1", null, TitleOrder.NEWEST, Filter.ALL, FIRST);
        assertThat(plex.service.asked(FILMS)).hasSize(asked);

        plex.service.on(FILMS, Answer.json(500, "{}"));
        clock.advance(Duration.ofMinutes(2));
        var old = titles.items("1", null, TitleOrder.NEWEST, Filter.ALL, FIRST);
        assertThat(old.staleFor()).isEqualTo(Duration.ofMinutes(31));
        assertThat(old.value().items()).hasSize(2);
        assertThatThrownBy(() -> titles.items("1", null, TitleOrder.NEWEST, Filter.UNWATCHED, FIRST))
                .isInstanceOfSatisfying(
                        MediaNestException.class,
                        e -> assertThat(e.code().isOutage()).isTrue());
    }

    @Test
    @DisplayName("when something new has come, copies are asked for anew")
    void forget() {
        titles.items("1", null, TitleOrder.NEWEST, Filter.ALL, FIRST);
        titles.recentlyAdded(null, 10);
        plex.service.on(FILMS, list(1, film(13, 400)));

        titles.forget();

        assertThat(titles.items("1", null, TitleOrder.NEWEST, Filter.ALL, FIRST)
                        .value()
                        .items())
                .extracting(LibraryTitle::id)
                .containsExactly("13");
        assertThat(titles.recentlyAdded(null, 10).value().items().getFirst().id())
                .isEqualTo("13");
    }

    @Test
    @DisplayName("a search is asked once; kinds and limits are cut out of what it brought, and counted")
    void search() {
        var all = titles.search("Night", null, 2).value();
        assertThat(all.results()).extracting(LibraryTitle::id).containsExactly("11", "12");
        assertThat(all.totalResults()).isEqualTo(3);

        var shows = titles.search("night", TitleKind.SHOW, 20).value();
        assertThat(shows.results()).extracting(LibraryTitle::id).containsExactly("21");
        assertThat(shows.totalResults()).isEqualTo(1);
        assertThat(titles.search("night", TitleKind.EPISODE, 20).value().totalResults())
                .isZero();
        assertThat(plex.service.asked("/hubs/search")).hasSize(1);
    }

    @Test
    @DisplayName("what came last into all libraries of films and series, or of one kind")
    void recent() {
        assertThat(titles.recentlyAdded(null, 2).value().items())
                .extracting(LibraryTitle::id)
                .containsExactly("11", "21");
        assertThat(titles.recentlyAdded(TitleKind.MOVIE, 10).value().items())
                .extracting(LibraryTitle::id)
                .containsExactly("11", "12");

        plex.service.on(SHOWS, list(1, "{\"ratingKey\":\"22\",\"type\":\"episode\",\"title\":\"Pilot\"}"));
        assertThat(titles.recentlyAdded(TitleKind.EPISODE, 10).value().items())
                .extracting(LibraryTitle::id)
                .containsExactly("22");
        assertThat(plex.service.asked(SHOWS).getLast().query()).contains("type=4");
        assertThat(plex.service.asked(MUSIC)).allMatch(asked -> "0".equals(asked.header("X-Plex-Container-Size")));
    }

    private static String film(int key, long addedAt) {
        return """
                {"ratingKey":"%d","type":"movie","title":"Film %d","addedAt":%d,"thumb":"/library/metadata/%d/thumb/1",
                 "art":"/:/resources/movie-fanart.jpg"}""".formatted(key, key, addedAt, key);
    }

    private static String show(int key, long addedAt) {
        return "{\"ratingKey\":\"%d\",\"type\":\"show\",\"title\":\"Show\",\"addedAt\":%d}".formatted(key, addedAt);
    }

    private static Answer list(int total, String... titles) {
        return Answer.ok("{\"MediaContainer\":{\"size\":%d,\"totalSize\":%d,\"Metadata\":[%s]}}"
                .formatted(titles.length, total, String.join(",", titles)));
    }

    private static Answer found(String... titles) {
        var hubs = Arrays.stream(titles).map("{\"Metadata\":[%s]}"::formatted).collect(Collectors.joining(","));
        return Answer.ok("{\"MediaContainer\":{\"Hub\":[%s]}}".formatted(hubs));
    }
}
