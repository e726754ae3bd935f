package io.medianest.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.library.FakePlex.Title;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.testing.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LibrarySyncTest {
    private static final String FILMS = "/library/sections/1/all";
    private static final String SHOWS = "/library/sections/2/all";

    private final MovableClock clock = new MovableClock();
    private final long now = clock.instant().getEpochSecond();
    private final FakePlex plex = new FakePlex();
    private final PlexClient client = plex.client();
    private final Database database = TestDatabase.open("library-" + UUID.randomUUID());
    private final Set<TitleKey> added = new HashSet<>();
    private final Set<TitleKey> gone = new HashSet<>();
    private final Library library = new Library(client, database, new LocalCache(clock), () -> 3, clock);
    private final LibrarySync sync = new LibrarySync(client, database, new Told(), library::forget, clock);

    private final class Told implements LibraryListener {
        @Override
        public void changed(LibraryChanged change) {
            added.addAll(change.added());
        }

        @Override
        public void gone(Tx tx, Set<TitleKey> titles) {
            gone.addAll(titles);
        }
    }

    @BeforeEach
    void titles() {
        plex.films.add(new Title("100", "The Matrix", "603", now - 900));
        plex.films.add(new Title("101", "Holiday 2019", null, now - 800));
        plex.shows.add(new Title("200", "Game of Thrones", "1399", now - 700));
    }

    @AfterEach
    void close() {
        plex.close();
        database.close();
    }

    @Test
    @DisplayName("the first sync reads everything, and tells which titles have come")
    void first() {
        sync.sync();

        assertThat(library.size()).isEqualTo(3);
        assertThat(library.plexUrls(List.of(movie("603"), tv("1399"), movie("1399"), movie("9"))))
                .containsOnlyKeys(movie("603"), tv("1399"))
                .containsEntry(
                        movie("603"),
                        "https://app.plex.tv/desktop/#!/server/m-1/details?key=%2Flibrary%2Fmetadata%2F100");
        assertThat(added).containsExactlyInAnyOrder(movie("603"), tv("1399"));
    }

    @Test
    @DisplayName("one library can be read by itself; one that is new has everything read")
    void oneSection() {
        sync.sync("1");
        assertThat(library.size()).as("nothing was read before").isEqualTo(3);
        int shows = plex.service.asked(SHOWS).size();
        plex.films.add(new Title("102", "Dune", "438631", now - 60));

        sync.sync("1");

        assertThat(library.has(movie("438631"))).isTrue();
        assertThat(plex.service.asked(SHOWS)).hasSize(shows);
        sync.sync("77");
        assertThat(plex.service.asked(SHOWS)).as("everything").hasSize(shows + 1);
    }

    @Test
    @DisplayName("with another server behind the address everything is read, even if one library was asked for")
    void oneSectionOfAnotherServer() {
        sync.sync();
        plex.machineIdentifier = "m-2";
        plex.shows.clear();

        sync.sync("1");

        assertThat(library.size()).isEqualTo(2);
        assertThat(library.plexUrls(List.of(movie("603"))).get(movie("603"))).contains("m-2");
    }

    @Test
    @DisplayName("later syncs read only what has changed, and tell only what is new")
    void changes() {
        sync.sync();
        added.clear();
        int before = plex.service.asked(FILMS).size();
        plex.films.add(new Title("102", "Dune", "438631", now - 60));
        plex.films.set(1, new Title("101", "Holiday 2019", "777", now - 50));
        plex.films.set(0, new Title("100", "The Matrix (remastered)", "603", now - 40));

        sync.sync();

        assertThat(added).containsExactlyInAnyOrder(movie("438631"), movie("777"));
        assertThat(library.has(movie("438631"))).isTrue();
        assertThat(library.size()).isEqualTo(4);
        var asked = plex.service.asked(FILMS);
        assertThat(asked).hasSize(before + 1);
        assertThat(asked.getLast().parameter("updatedAt%3E%3E")).isEqualTo(Long.toString(now - 800));
    }

    @Test
    @DisplayName("what was deleted is found by the daily comparison, not before")
    void deletions() {
        sync.sync();
        plex.films.remove(0);

        sync.sync();
        assertThat(library.has(movie("603"))).isTrue();

        clock.advance(Duration.ofHours(25));
        sync.sync();
        assertThat(library.has(movie("603"))).isFalse();
        assertThat(library.size()).isEqualTo(2);
        assertThat(gone).containsExactly(movie("603"));
    }

    @Test
    @DisplayName("a film that is there twice is only gone with the second")
    void twice() {
        plex.films.add(new Title("102", "The Matrix, once more", "603", now - 900));
        sync.sync();
        plex.films.remove(0);
        clock.advance(Duration.ofHours(25));
        sync.sync();
        assertThat(library.size()).isEqualTo(3);
        assertThat(gone).isEmpty();

        plex.films.removeLast();
        clock.advance(Duration.ofHours(25));
        sync.sync();
        assertThat(gone).containsExactly(movie("603"));
    }

    @Test
    @DisplayName("a comparison in the future was made by a clock that was wrong, and is made again")
    void clockSetBack() {
        sync.sync();
        plex.films.remove(0);
        clock.advance(Duration.ofDays(-40));

        sync.sync();

        assertThat(library.has(movie("603"))).isFalse();
    }

    @Test
    @DisplayName("what slipped through the changes is found by the daily comparison")
    void slippedThrough() {
        sync.sync();
        plex.films.add(new Title("103", "Old but new here", "500", now - 100_000));
        sync.sync();
        assertThat(library.has(movie("500"))).isFalse();

        clock.advance(Duration.ofHours(25));
        sync.sync();

        assertThat(library.has(movie("500"))).isTrue();
        assertThat(added).contains(movie("500"));
    }

    @Test
    @DisplayName("an empty or partial listing deletes nothing while the library counts more")
    void partial() {
        sync.sync();
        for (int shown : new int[] {0, 1}) {
            plex.showsOnly = shown;
            clock.advance(Duration.ofHours(25));
            sync.sync();
            assertThat(library.size()).isEqualTo(3);
        }

        plex.showsOnly = Integer.MAX_VALUE;
        plex.films.clear();
        sync.sync();
        assertThat(library.size()).isEqualTo(1);
    }

    @Test
    @DisplayName("no libraries at all is not believed")
    void missingSections() {
        sync.sync();
        plex.sectionsHidden = true;

        sync.sync();

        assertThat(library.size()).isEqualTo(3);
    }

    @Test
    @DisplayName("a first sync that breaks off keeps what it has read, and the next one completes it")
    void breaksOff() {
        IntStream.range(0, 450).forEach(i -> plex.films.add(new Title("f" + i, "Film " + i, "9" + i, now - 500)));
        plex.breaksAt = 200;

        assertThatThrownBy(sync::sync).isInstanceOf(MediaNestException.class);
        assertThat(library.has(movie("603"))).isTrue();
        assertThat(library.has(movie("9449"))).isFalse();
        assertThat(library.has(tv("1399")))
                .as("the other section is read all the same")
                .isTrue();

        plex.breaksAt = Integer.MAX_VALUE;
        sync.sync();
        assertThat(library.size()).isEqualTo(453);
        assertThat(library.has(movie("9449"))).isTrue();
    }

    @Test
    @DisplayName("another server starts the copy anew: its numbers mean other titles")
    void anotherServer() {
        sync.sync();
        assertThat(library.server().value().machineIdentifier()).isEqualTo("m-1");
        assertThat(library.sections().value().libraries()).hasSize(3);
        plex.machineIdentifier = "m-2";
        plex.films.clear();
        plex.films.add(new Title("100", "Dune", "438631", now - 5000));

        sync.sync();

        assertThat(library.has(movie("603"))).isFalse();
        assertThat(library.plexUrls(List.of(movie("438631"))).get(movie("438631")))
                .contains("/server/m-2/");
        assertThat(library.server().value().machineIdentifier())
                .as("no copy of what the other server said")
                .isEqualTo("m-2");
    }

    @Test
    @DisplayName("a title that claims to be from the future does not hide what comes until then")
    void future() {
        plex.films.add(new Title("104", "Tomorrow", "11", now + 1_000_000));
        sync.sync();
        plex.films.add(new Title("105", "Today", "12", now - 10));

        sync.sync();

        assertThat(library.has(movie("12"))).isTrue();
    }

    @Test
    @DisplayName("the answers survive that Plex is off")
    void plexOff() {
        sync.sync();
        assertThat(library.sections().value().libraries()).hasSize(3);
        plex.service.close();
        clock.advance(Duration.ofHours(2));

        assertThat(library.has(movie("603"))).isTrue();
        assertThat(library.sections().staleFor()).isEqualTo(Duration.ofHours(2));
        assertThatThrownBy(sync::sync).isInstanceOf(MediaNestException.class);
        assertThat(library.has(movie("603"))).isTrue();
    }

    @Test
    @DisplayName("the server and its libraries present themselves, with their counts, once an hour")
    void presentation() {
        var server = library.server().value();
        assertThat(server.name()).isEqualTo("Den");
        assertThat(server.libraries()).isEqualTo(3);
        assertThat(server.users()).isEqualTo(3);
        assertThat(server.transcoding()).isEqualTo(2);

        var libraries = library.sections().value().libraries();
        assertThat(libraries)
                .extracting(section -> section.title() + " " + section.count())
                .containsExactly("Films 2", "Series 1", "Music 0");

        int asked = plex.service.asked().size();
        library.server();
        library.sections();
        assertThat(plex.service.asked()).hasSize(asked);
    }

    @Test
    @DisplayName("many titles are looked up together")
    void manyTitles() {
        sync.sync();
        var keys = IntStream.rangeClosed(1, 1500)
                .mapToObj(i -> movie(Integer.toString(i)))
                .toList();

        assertThat(library.plexUrls(keys)).containsOnlyKeys(movie("603"));
        assertThat(library.plexUrls(List.of())).isEmpty();
    }

    private static TitleKey movie(String tmdbId) {
        return new TitleKey(MediaType.MOVIE, tmdbId);
    }

    private static TitleKey tv(String tmdbId) {
        return new TitleKey(MediaType.TV, tmdbId);
    }
}
