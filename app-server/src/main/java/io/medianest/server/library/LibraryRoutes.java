package io.medianest.server.library;

import io.medianest.model.api.PageQuery;
import io.medianest.server.library.LibraryTitles.Filter;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.Query;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.Stale;
import io.medianest.server.plex.TitleKind;
import io.medianest.server.plex.TitleOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// HTTP of the library. Errors: see [Library], [LibraryTitles] and [LibraryPictures].
final class LibraryRoutes implements Routes {
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_PATH = 200;
    private static final int PAGE_SIZE = 50;
    private static final int DEFAULT_LIMIT = 20;
    private static final Duration PICTURES_KEEP = Duration.ofDays(365);
    private static final Map<String, Optional<TitleKind>> KINDS = Map.of(
            "movie", Optional.of(TitleKind.MOVIE),
            "show", Optional.of(TitleKind.SHOW),
            "episode", Optional.of(TitleKind.EPISODE),
            "all", Optional.empty());
    private static final Map<String, Filter> FILTERS =
            Arrays.stream(Filter.values()).collect(Collectors.toUnmodifiableMap(Filter::word, filter -> filter));
    private static final Map<String, TitleOrder> ORDERS = Arrays.stream(TitleOrder.By.values())
            .flatMap(by -> Arrays.stream(TitleOrder.Direction.values()).map(way -> new TitleOrder(by, way)))
            .collect(Collectors.toUnmodifiableMap(TitleOrder::toString, order -> order));

    private final Library library;
    private final LibraryTitles titles;
    private final LibraryPictures pictures;

    LibraryRoutes(Library library, LibraryTitles titles, LibraryPictures pictures) {
        this.library = library;
        this.titles = titles;
        this.pictures = pictures;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/plex/server", Access.SEARCH, this::server)
                .get("/plex/libraries", Access.USER, this::libraries)
                .get("/plex/libraries/{key}/items", Access.USER, this::items)
                .post("/plex/libraries/{key}/scan", Access.ADMIN, this::scan)
                .get("/plex/search", Access.USER, this::search)
                .get("/plex/recently-added", Access.USER, this::recentlyAdded)
                .get("/plex/image", Access.PICTURE, this::picture);
    }

    private void server(Exchange exchange) {
        reply(exchange, library.server());
    }

    private void libraries(Exchange exchange) {
        reply(exchange, library.sections());
    }

    private void items(Exchange exchange) {
        var query = exchange.query();
        var order = query.choice("sort", ORDERS).orElse(TitleOrder.NEWEST);
        var filter = query.choice("filter", FILTERS).orElse(Filter.ALL);
        reply(exchange, titles.items(exchange.path("key"), kind(query), order, filter, query.page(PAGE_SIZE)));
    }

    private void scan(Exchange exchange) {
        library.scan(exchange.path("key"));
        exchange.accepted();
    }

    private void search(Exchange exchange) {
        var query = exchange.query();
        reply(exchange, titles.search(query.requiredText(LONGEST_SEARCH, "q", "query"), kind(query), limit(query)));
    }

    private void recentlyAdded(Exchange exchange) {
        var query = exchange.query();
        reply(exchange, titles.recentlyAdded(kind(query), limit(query)));
    }

    private void picture(Exchange exchange) {
        var query = exchange.query();
        var path = query.text("path", LONGEST_PATH)
                .orElseThrow(() -> MediaNestException.invalid("path", "'path' is missing: say which picture"));
        int width = query.number("width", LibraryPictures.POSTER_WIDTH, 1, LibraryPictures.LARGEST);
        int height = query.number("height", LibraryPictures.POSTER_HEIGHT, 1, LibraryPictures.LARGEST);
        try (var picture = pictures.open(path, width, height, exchange::toll)) {
            exchange.file(picture.pictureType(), picture, PICTURES_KEEP);
        }
    }

    private static @Nullable TitleKind kind(Query query) {
        return query.choice("type", KINDS).flatMap(kind -> kind).orElse(null);
    }

    private static int limit(Query query) {
        return query.number("limit", DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
    }

    private static void reply(Exchange exchange, Copy<?> copy) {
        exchange.stale(copy.staleFor()).cacheable(Stale.marked(copy));
    }
}
