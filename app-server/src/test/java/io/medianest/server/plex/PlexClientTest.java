package io.medianest.server.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.library.EpisodePlace;
import io.medianest.model.library.LibraryTitle;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlexClientTest {
    private static final PlexDevice DEVICE = new PlexDevice("uuid-1", "0.1.0", "Linux", "Living room");
    private static final PlexSection FILMS = new PlexSection("1", "Films", "movie", null, null, null, null);

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);
    private final PlexClient client = new PlexClient(
            Guards.impatient(PlexClient.POLICY), http, () -> Guards.settings(service.url(), "tok"), DEVICE);

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("every call asks for JSON, says who is calling and shows the token")
    void headers() {
        service.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m-1\",\"claimed\":\"1\"}}"));

        assertThat(client.machineIdentifier()).isEqualTo("m-1");

        var asked = service.asked().getFirst();
        assertThat(asked.header("Accept")).isEqualTo("application/json");
        assertThat(asked.header("X-Plex-Client-Identifier")).isEqualTo("uuid-1");
        assertThat(asked.header("X-Plex-Product")).isEqualTo("MediaNest");
        assertThat(asked.header("X-Plex-Version")).isEqualTo("0.1.0");
        assertThat(asked.header("X-Plex-Platform")).isEqualTo("Linux");
        assertThat(asked.header("X-Plex-Device")).isEqualTo("Linux");
        assertThat(asked.header("X-Plex-Device-Name")).isEqualTo("Living room");
        assertThat(asked.header("X-Plex-Token")).isEqualTo("tok");
    }

    @Test
    @DisplayName("the server presents itself, with numbers as text")
    void server() {
        service.on("/", Answer.ok("""
                {"MediaContainer":{"friendlyName":"Den","machineIdentifier":"m-1","version":"1.41","platform":"Linux",
                 "platformVersion":"6.1","transcoderActiveVideoSessions":"2"}}"""));

        assertThat(client.server()).isEqualTo(new PlexServer("Den", "1.41", "Linux", "6.1", "m-1", 2));
    }

    @Test
    @DisplayName("libraries of all kinds are listed")
    void sections() {
        service.on("/library/sections", Answer.ok("""
                {"MediaContainer":{"size":2,"Directory":[
                  {"key":"1","title":"Films","type":"movie","agent":"tv.plex.agents.movie","scanner":"Plex Movie",
                   "language":"en-GB","updatedAt":1700000000},
                  {"key":2,"title":"Music","type":"artist"},{"title":"no key"}]}}"""));

        assertThat(client.sections())
                .containsExactly(
                        new PlexSection(
                                "1",
                                "Films",
                                "movie",
                                "tv.plex.agents.movie",
                                "Plex Movie",
                                "en-GB",
                                Instant.ofEpochSecond(1_700_000_000)),
                        new PlexSection("2", "Music", "artist", null, null, null, null));
    }

    @Test
    @DisplayName("titles come with their numbers elsewhere; what Plex has not matched has none")
    void items() {
        service.on("/library/sections/1/all", Answer.ok("""
                {"MediaContainer":{"size":3,"totalSize":"40","offset":20,"Metadata":[
                  {"ratingKey":"100","title":"The Matrix","year":"1999","addedAt":1700000000,"updatedAt":"1700000100",
                   "thumb":"/library/metadata/100/thumb/1","Guid":[{"id":"imdb://tt0133093"},{"id":"tmdb://603"},
                   {"id":"tvdb://169"}]},
                  {"ratingKey":101,"title":"Holiday 2019"},
                  {"title":"no key"}]}}"""));

        var page = client.items(FILMS, 20, 3);

        assertThat(page.totalSize()).isEqualTo(40);
        assertThat(page.received()).isEqualTo(3);
        assertThat(page.items()).hasSize(2);
        assertThat(page.items().getFirst())
                .isEqualTo(new PlexItem(
                        "100",
                        "The Matrix",
                        1999,
                        "603",
                        "tt0133093",
                        "169",
                        Instant.ofEpochSecond(1_700_000_000),
                        Instant.ofEpochSecond(1_700_000_100),
                        "/library/metadata/100/thumb/1"));
        assertThat(page.items().get(1).tmdbId()).isNull();
        var asked = service.asked().getFirst();
        assertThat(asked.query()).isEqualTo("type=1&sort=addedAt%3Aasc&includeGuids=1");
        assertThat(asked.header("X-Plex-Container-Start")).isEqualTo("20");
        assertThat(asked.header("X-Plex-Container-Size")).isEqualTo("3");
    }

    @Test
    @DisplayName("titles come as people see them: times in seconds, watched or how far, an episode with its series")
    void titles() {
        service.on("/library/sections/2/all", Answer.ok("""
                {"MediaContainer":{"size":3,"totalSize":7,"Metadata":[
                  {"ratingKey":"9","type":"movie","title":"Charade","year":1963,"summary":"Stamps.","rating":"7.9",
                   "contentRating":"PG","duration":"6780000","thumb":"/library/metadata/9/thumb/1",
                   "art":"/library/metadata/9/art/1","viewOffset":60000,"addedAt":1700000000,"updatedAt":1700000100,
                   "Genre":[{"tag":"Mystery"},{"tag":"Romance"},{}],"Guid":[{"id":"tmdb://4808"}]},
                  {"ratingKey":"10","type":"episode","title":"Winter Is Coming","grandparentTitle":"Game of Thrones",
                   "grandparentThumb":"/library/metadata/8/thumb/1","thumb":"/library/metadata/10/thumb/1",
                   "parentIndex":1,"index":1,"viewCount":"2","viewOffset":5},
                  {"ratingKey":"8","type":"show","title":"Game of Thrones","leafCount":73,"viewedLeafCount":72}]}}"""));

        var page = client.titles(
                "2", new TitleQuery(TitleKind.SHOW, TitleOrder.NEWEST, TitleQuery.Watched.ALL, null), 10, 5);

        assertThat(page.totalSize()).isEqualTo(7);
        assertThat(page.items().getFirst())
                .isEqualTo(new LibraryTitle(
                        "9",
                        "Charade",
                        "movie",
                        1963,
                        "Stamps.",
                        "/library/metadata/9/thumb/1",
                        "/library/metadata/9/art/1",
                        List.of("Mystery", "Romance"),
                        7.9,
                        "PG",
                        6780L,
                        false,
                        60L,
                        null,
                        "4808",
                        Instant.ofEpochSecond(1_700_000_000),
                        Instant.ofEpochSecond(1_700_000_100),
                        null));
        var episode = page.items().get(1);
        assertThat(episode.place()).isEqualTo(new EpisodePlace("Game of Thrones", 1, 1));
        assertThat(episode.poster()).isEqualTo("/library/metadata/8/thumb/1");
        assertThat(episode.watched()).isTrue();
        assertThat(episode.viewOffset()).isNull();
        assertThat(page.items().get(2).watched()).as("one episode is left").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MOVIE, ALL, type=1",
        "MOVIE, UNWATCHED, type=1&unwatched=1",
        "MOVIE, IN_PROGRESS, type=1&inProgress=1",
        "SHOW, UNWATCHED, type=2&unwatchedLeaves=1",
        "SHOW, IN_PROGRESS, type=2&episode.inProgress=1",
        "EPISODE, UNWATCHED, type=4&unwatched=1"
    })
    @DisplayName("what is watched is asked for in the words that fit to films, series and episodes")
    void watched(TitleKind kind, TitleQuery.Watched watched, String query) {
        service.on("/library/sections/1/all", Answer.ok("{\"MediaContainer\":{\"totalSize\":0}}"));
        var order = new TitleOrder(TitleOrder.By.TITLE, TitleOrder.Direction.ASCENDING);

        client.titles("1", new TitleQuery(kind, order, watched, Instant.ofEpochSecond(1_700_000_000)), 50, 25);

        var asked = service.asked().getFirst();
        assertThat(asked.query())
                .isEqualTo("sort=titleSort%3Aasc&includeGuids=1&" + query + "&addedAt%3E%3E=1700000000");
        assertThat(asked.header("X-Plex-Container-Start")).isEqualTo("50");
        assertThat(asked.header("X-Plex-Container-Size")).isEqualTo("25");
    }

    @Test
    @DisplayName("a search brings films, series and episodes, and leaves out people, music and collections")
    void search() {
        service.on("/hubs/search", Answer.ok("""
                {"MediaContainer":{"size":4,"Hub":[
                  {"type":"movie","Metadata":[{"ratingKey":"1","type":"movie","title":"Dune"}]},
                  {"type":"actor","Directory":[{"tag":"June"}]},
                  {"type":"album","Metadata":[{"ratingKey":"2","type":"album","title":"Dunes"}]},
                  {"type":"episode","Metadata":[{"ratingKey":"3","type":"episode","title":"The Dune"}]}]}}"""));

        assertThat(client.search("dune & co", 40)).extracting(LibraryTitle::id).containsExactly("1", "3");
        assertThat(service.asked().getFirst().query()).isEqualTo("query=dune%20%26%20co&limit=40&includeGuids=1");
    }

    @Test
    @DisplayName("changes since a time are asked for with both greater-than signs encoded")
    void changes() {
        service.on("/library/sections/1/all", Answer.ok("{\"MediaContainer\":{\"totalSize\":0}}"));

        client.itemsSince(FILMS, Instant.ofEpochSecond(1_700_000_000), 0, 50);

        assertThat(service.asked().getFirst().query()).endsWith("&updatedAt%3E%3E=1700000000");
    }

    @Test
    @DisplayName("a library is counted without reading it")
    void count() {
        service.on("/library/sections/1/all", Answer.ok("{\"MediaContainer\":{\"size\":0,\"totalSize\":1234}}"));

        assertThat(client.count(FILMS)).isEqualTo(1234);
        assertThat(service.asked().getFirst().header("X-Plex-Container-Size")).isEqualTo("0");
    }

    @Test
    @DisplayName("an expired token asks for a new sign-in, whatever number Plex says it with")
    void expiredToken() {
        for (int status : new int[] {401, 498}) {
            service.on("/library/sections", Answer.html(status));
            var failure = failureOf(client::sections);
            assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
            assertThat(failure).hasMessageContaining("sign in to Plex again");
        }
    }

    @Test
    @DisplayName("something else than Plex at that address is told")
    void somethingElse() {
        service.on("/identity", Answer.ok("{\"hello\":\"world\"}"));

        assertThat(failureOf(client::machineIdentifier)).hasMessageContaining("something else than a Plex server");
    }

    private static MediaNestException failureOf(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, work));
    }
}
