package io.medianest.model.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.library.EpisodePlace;
import io.medianest.model.library.LibraryFinds;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibrarySection;
import io.medianest.model.library.LibrarySections;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.library.PlexServerInfo;
import io.medianest.model.library.RecentTitles;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaJsonTest {
    private static final MediaItem MATRIX = new MediaItem(
            "603",
            "The Matrix",
            "The Matrix",
            MediaType.MOVIE,
            1999,
            LocalDate.of(1999, 3, 31),
            "/api/v1/media/images/w342/p603.jpg",
            "/api/v1/media/images/w1280/b603.jpg",
            "A hacker learns what the world is.",
            List.of("Action", "Science Fiction"),
            8.2,
            1000,
            136,
            "en",
            new Availability(true, true, "https://app.plex.tv/desktop/#!/server/m/details?key=k", "req_1"));
    private static final MediaItem BARE = new MediaItem(
            "9",
            "Unknown",
            null,
            MediaType.TV,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            Availability.NONE);

    private static final LibraryTitle CHARADE = new LibraryTitle(
            "1009",
            "Charade",
            "movie",
            1963,
            "A widow, her husband's friends, and a fortune that nobody finds.",
            "/api/v1/plex/image?path=%2Flibrary%2Fmetadata%2F1009%2Fthumb%2F1&width=400&height=600",
            "/api/v1/plex/image?path=%2Flibrary%2Fmetadata%2F1009%2Fart%2F1&width=1300&height=800",
            List.of("Mystery", "Romance"),
            7.9,
            "PG",
            6780L,
            false,
            60L,
            null,
            "4808",
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-03T03:04:05Z"),
            "https://app.plex.tv/desktop/#!/server/m-1/details?key=%2Flibrary%2Fmetadata%2F1009");
    private static final LibraryTitle WINTER = new LibraryTitle(
            "2001",
            "Winter Is Coming",
            "episode",
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            true,
            null,
            new EpisodePlace("Game of Thrones", 1, 1),
            null,
            null,
            null,
            null);

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold(file, value);
    }

    private static Stream<Arguments> wire() {
        var film = new MediaDetails(
                MATRIX,
                List.of(new CastMember("Keanu Reeves", "Neo", "/api/v1/media/images/w185/k.jpg")),
                List.of(new CrewMember("Lana Wachowski", "Director", "Directing", null)),
                List.of(new Video("Trailer", "Trailer", "YouTube", "https://www.youtube.com/watch?v=abc")),
                List.of(BARE),
                null);
        var series = new MediaDetails(
                BARE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Season(0, "Specials", 3, null), new Season(1, "Season 1", 10, LocalDate.of(2011, 4, 17))));
        return Stream.of(
                Arguments.of("media-item", MATRIX),
                Arguments.of("media-item-minimal", BARE),
                Arguments.of("media-details-movie", film),
                Arguments.of("media-details-tv", series),
                Arguments.of("media-page", new MediaPage(List.of(BARE), Pagination.of(new PageQuery(2, 1), 3), null)),
                Arguments.of(
                        "media-page-stale", new MediaPage(List.of(), Pagination.of(new PageQuery(1, 20), 0), true)),
                Arguments.of("plex-server", new PlexServerInfo("Den", "1.41", "Linux", "6.1", "m-1", 3, 2, 1)),
                Arguments.of(
                        "plex-libraries",
                        new LibrarySections(
                                List.of(new LibrarySection(
                                        "1",
                                        "Films",
                                        "movie",
                                        "tv.plex.agents.movie",
                                        "Plex Movie",
                                        "en-GB",
                                        1234,
                                        Instant.parse("2026-01-02T03:04:05Z"))),
                                null)),
                Arguments.of(
                        "plex-items", new LibraryPage(List.of(CHARADE), Pagination.of(new PageQuery(1, 50), 1), null)),
                Arguments.of("plex-finds", new LibraryFinds(List.of(WINTER), 3)),
                Arguments.of("plex-recent", new RecentTitles(List.of(WINTER), null)));
    }

    @Test
    @DisplayName("a type of a newer server reads as unknown, and no title is lost for it")
    void newerType() throws JsonProcessingException {
        var item = Json.lenient()
                .readValue(
                        "{\"id\":\"1\",\"title\":\"T\",\"type\":\"opera\",\"genres\":[],\"new\":1,"
                                + "\"availability\":{\"plex\":false,\"requested\":false}}",
                        MediaItem.class);

        assertThat(item.type()).isEqualTo(MediaType.UNKNOWN);
        assertThat(item.title()).isEqualTo("T");
    }

    @Test
    @DisplayName("genre numbers have names, unknown ones are left out")
    void genres() {
        assertThat(Genres.names(List.of(878, 4711, 28))).containsExactly("Science Fiction", "Action");
    }
}
