package io.medianest.server.library;

import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.library.LibraryFinds;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibrarySection;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.library.RecentTitles;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.platform.cache.Cache.Region;
import io.medianest.server.platform.resilience.Deadline;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.TitleKind;
import io.medianest.server.plex.TitleOrder;
import io.medianest.server.plex.TitleQuery;
import io.medianest.server.plex.TitleQuery.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The titles of the library as Plex lists them, from a recent copy where there is one and from an old one while Plex
/// is off. All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT` when Plex cannot be asked
/// and no copy is left. Thread-safe.
final class LibraryTitles {
    /// As many of each kind as a search can show.
    private static final int FOUND_AT_ONCE = PageQuery.MAX_LIMIT;

    private static final Duration LISTS_FOR = Duration.ofMinutes(30);
    private static final Duration FINDS_FOR = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofDays(30);
    private static final Region<LibraryPage> ITEMS = new Region<>("plex.items", LibraryPage.class, LISTS_FOR, 1_000);
    private static final Region<RecentTitles> RECENTLY_ADDED =
            new Region<>("plex.recent", RecentTitles.class, LISTS_FOR, 10);
    private static final Region<LibraryFinds> SEARCH =
            new Region<>("plex.search", LibraryFinds.class, FINDS_FOR, 1_000);

    private final PlexClient plex;
    private final Library library;
    private final Cache cache;
    private final Clock clock;

    LibraryTitles(PlexClient plex, Library library, Cache cache, Clock clock) {
        this.plex = plex;
        this.library = library;
        this.cache = cache;
        this.clock = clock;
    }

    /// Which titles of a library are shown.
    enum Filter {
        ALL("all"),
        UNWATCHED("unwatched"),
        IN_PROGRESS("inProgress"),
        /// In the last 30 days.
        RECENTLY_ADDED("recentlyAdded");

        private final String word;

        Filter(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// A page of a library.
    ///
    /// @param kind null for what the library lists by itself
    /// @throws MediaNestException also `NOT_FOUND` for a key that no library has
    Copy<LibraryPage> items(String key, @Nullable TitleKind kind, TitleOrder order, Filter filter, PageQuery page) {
        return withinBudget(() -> {
            var own = kindOf(section(key));
            var listed = kind == null ? own : kind;
            var name = "%s|%s|%s|%s|%d|%d".formatted(key, listed, order, filter, page.page(), page.limit());
            return cache.get(ITEMS, name, () -> ask(key, query(listed, order, filter), page));
        });
    }

    private LibrarySection section(String key) {
        return library.section(key);
    }

    private static @Nullable TitleKind kindOf(LibrarySection section) {
        return TitleKind.ofType(section.type()).orElse(null);
    }

    private TitleQuery query(@Nullable TitleKind kind, TitleOrder order, Filter filter) {
        return switch (filter) {
            case ALL -> new TitleQuery(kind, order, Watched.ALL, null);
            case UNWATCHED -> new TitleQuery(kind, order, Watched.UNWATCHED, null);
            case IN_PROGRESS -> new TitleQuery(kind, order, Watched.IN_PROGRESS, null);
            case RECENTLY_ADDED -> {
                var since = clock.instant().minus(RECENT).truncatedTo(ChronoUnit.HOURS);
                yield new TitleQuery(kind, order, Watched.ALL, since);
            }
        };
    }

    private LibraryPage ask(String key, TitleQuery query, PageQuery page) {
        int start = (int) Math.min(page.offset(), Integer.MAX_VALUE);
        var titles = plex.titles(key, query, start, page.limit());
        return new LibraryPage(addressed(titles.items()), Pagination.of(page, titles.totalSize()), null);
    }

    /// What a text fits to. Limits and kinds are cut out of one copy.
    ///
    /// @param kind null for films, series and episodes
    Copy<LibraryFinds> search(String text, @Nullable TitleKind kind, int limit) {
        var copy = withinBudget(
                () -> cache.get(SEARCH, text.toLowerCase(Locale.ROOT), () -> finds(plex.search(text, FOUND_AT_ONCE))));
        var fitting = copy.value().results().stream()
                .filter(title -> kind == null || kind.word().equals(title.type()))
                .toList();
        var finds = new LibraryFinds(fitting.stream().limit(limit).toList(), fitting.size());
        return new Copy<>(finds, copy.staleFor());
    }

    private LibraryFinds finds(List<LibraryTitle> found) {
        return new LibraryFinds(addressed(found), found.size());
    }

    /// What has come into all libraries, the latest first.
    ///
    /// @param kind null for films and series
    Copy<RecentTitles> recentlyAdded(@Nullable TitleKind kind, int limit) {
        var copy = withinBudget(
                () -> cache.get(RECENTLY_ADDED, kind == null ? "all" : kind.word(), () -> askRecent(kind)));
        var latest = new RecentTitles(copy.value().items().stream().limit(limit).toList(), null);
        return new Copy<>(latest, copy.staleFor());
    }

    private RecentTitles askRecent(@Nullable TitleKind kind) {
        var latest = library.sections().value().libraries().stream()
                .flatMap(section -> latestOf(section, kind))
                .sorted(Comparator.comparing(LibraryTitle::addedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .limit(PageQuery.MAX_LIMIT)
                .toList();
        return new RecentTitles(addressed(latest), null);
    }

    private Stream<LibraryTitle> latestOf(LibrarySection section, @Nullable TitleKind kind) {
        var own = kindOf(section);
        if (own == null || (kind != null && own != holderOf(kind))) {
            return Stream.empty();
        }
        var query = new TitleQuery(kind == null ? own : kind, TitleOrder.NEWEST, Watched.ALL, null);
        return plex.titles(section.key(), query, 0, PageQuery.MAX_LIMIT).items().stream();
    }

    /// Episodes are in libraries of series.
    private static TitleKind holderOf(TitleKind kind) {
        return switch (kind) {
            case MOVIE -> TitleKind.MOVIE;
            case SHOW, EPISODE -> TitleKind.SHOW;
        };
    }

    /// The library has changed: what was listed and found before is asked for anew.
    void forget() {
        cache.invalidateAll(ITEMS);
        cache.invalidateAll(RECENTLY_ADDED);
        cache.invalidateAll(SEARCH);
    }

    private List<LibraryTitle> addressed(List<LibraryTitle> titles) {
        if (titles.isEmpty()) {
            return titles;
        }
        var machine = library.server().value().machineIdentifier();
        return titles.stream()
                .map(title -> title.at(
                        LibraryPictures.poster(title.poster()),
                        LibraryPictures.backdrop(title.backdrop()),
                        Library.plexUrl(machine, title.id())))
                .toList();
    }

    private <T> T withinBudget(Supplier<T> work) {
        return Deadline.within(Deadline.OF_A_REQUEST, clock, work);
    }
}
