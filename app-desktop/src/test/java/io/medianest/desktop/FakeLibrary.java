package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.LibraryApi;
import io.medianest.desktop.api.LibraryFilter;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.library.EpisodePlace;
import io.medianest.model.library.LibraryFinds;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibrarySection;
import io.medianest.model.library.LibrarySections;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.library.RecentTitles;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Plex library that lives in memory: 300 films, 12 series with their episodes, and a library of music. Not
/// thread-safe.
public final class FakeLibrary implements LibraryApi {
    /// How many films there are.
    public static final int FILMS = 300;

    private static final int MINUTE = 60;

    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    private final List<MediaItem> titles = FakeTitles.all();
    private @Nullable ApiException failure;
    private @Nullable Boolean stale;
    private boolean empty;

    /// From now on every call fails like this; with `null` they succeed again.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    /// From now on Plex is off, and all that is told is a copy.
    public void becomeStale() {
        stale = true;
    }

    /// From now on there is no library.
    public void becomeEmpty() {
        empty = true;
    }

    private void called(String call) {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public LibrarySections sections() {
        called("sections");
        return new LibrarySections(
                empty
                        ? List.of()
                        : List.of(
                                section("1", "Films", "movie", FILMS),
                                section("2", "Series", "show", 12),
                                section("3", "Music", "artist", 80)),
                stale);
    }

    private static LibrarySection section(String key, String title, String type, int count) {
        return new LibrarySection(key, title, type, null, null, null, count, null);
    }

    @Override
    public LibraryPage items(LibraryFilter filter) {
        called("items %s %s %s %s %d"
                .formatted(
                        filter.section(),
                        filter.type(),
                        filter.filter(),
                        filter.sort(),
                        filter.page().number()));
        List<LibraryTitle> fitting = all(filter.type())
                .filter(title -> !filter.filter().equals("unwatched") || !title.watched())
                .toList();
        var query = new PageQuery(filter.page().number(), filter.page().limit());
        return new LibraryPage(
                fitting.stream().skip(query.offset()).limit(query.limit()).toList(),
                Pagination.of(query, fitting.size()),
                stale);
    }

    private Stream<LibraryTitle> all(String type) {
        return switch (type) {
            case "movie" -> IntStream.range(0, FILMS).mapToObj(this::film);
            case "show" -> of(MediaType.TV).map(item -> title(item, Integer.parseInt(item.id()), item.title()));
            case "episode" ->
                of(MediaType.TV).flatMap(item -> IntStream.rangeClosed(1, 4).mapToObj(number -> episode(item, number)));
            default -> Stream.empty();
        };
    }

    private Stream<MediaItem> of(MediaType type) {
        return titles.stream().filter(item -> item.type() == type);
    }

    private LibraryTitle film(int number) {
        List<MediaItem> films = of(MediaType.MOVIE).toList();
        MediaItem item = films.get(number % films.size());
        int part = number / films.size() + 1;
        return title(item, number + 1000, part == 1 ? item.title() : item.title() + " " + part);
    }

    /// A film or series; every third is watched, every fifth begun.
    private static LibraryTitle title(MediaItem item, int number, String name) {
        long length = (long) MINUTE * (item.runtime() == null ? 90 : item.runtime());
        return new LibraryTitle(
                Integer.toString(number),
                name,
                item.type() == MediaType.MOVIE ? "movie" : "show",
                item.year(),
                item.overview(),
                item.poster(),
                item.backdrop(),
                item.genres(),
                item.rating(),
                null,
                length,
                number % 3 == 0,
                number % 5 == 0 ? (Long) (length / 3) : null,
                null,
                number % 7 == 0 ? null : item.id(),
                FakeApi.NOW.minus(Duration.ofHours(number)),
                null,
                "https://app.plex.tv/desktop#" + number);
    }

    private static LibraryTitle episode(MediaItem series, int number) {
        return new LibraryTitle(
                series.id() + "-" + number,
                "Episode " + number,
                "episode",
                null,
                "Somebody comes to town, and nothing is as it was.",
                series.poster(),
                null,
                List.of(),
                null,
                null,
                1500L,
                number == 1,
                number == 2 ? (Long) 700L : null,
                new EpisodePlace(series.title(), 1, number),
                null,
                FakeApi.NOW,
                null,
                "https://app.plex.tv/desktop#" + series.id() + number);
    }

    @Override
    public RecentTitles recentlyAdded(int limit) {
        called("recent " + limit);
        return new RecentTitles(
                empty ? List.of() : all("movie").limit(Math.min(limit, 24)).toList(), stale);
    }

    @Override
    public LibraryFinds search(String text, int limit) {
        called("search " + text);
        List<LibraryTitle> found = Stream.of("movie", "show")
                .flatMap(this::all)
                .filter(title -> title.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .limit(limit)
                .toList();
        return new LibraryFinds(found, found.size());
    }

    @Override
    public void scan(String key) {
        called("scan " + key);
    }
}
