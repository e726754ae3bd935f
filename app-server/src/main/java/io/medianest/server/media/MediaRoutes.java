package io.medianest.server.media;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.Query;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.Stale;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// HTTP of finding titles. Errors: see [MediaCatalogue] and [Pictures].
public final class MediaRoutes implements Routes {
    private static final int LONGEST_SEARCH = 200;
    private static final int DEFAULT_LIMIT = 20;
    private static final Duration PICTURES_KEEP = Duration.ofDays(365);
    private static final Pattern TMDB_ID = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");
    private static final Map<String, Optional<MediaType>> TYPES =
            Map.of("movie", Optional.of(MediaType.MOVIE), "tv", Optional.of(MediaType.TV), "all", Optional.empty());

    private final MediaCatalogue catalogue;
    private final Pictures pictures;

    public MediaRoutes(MediaCatalogue catalogue, Pictures pictures) {
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/media/search", Access.SEARCH, this::search)
                .get("/media/trending", Access.USER, this::trending)
                .get("/media/movie/{tmdbId}", Access.USER, exchange -> details(exchange, MediaType.MOVIE))
                .get("/media/tv/{tmdbId}", Access.USER, exchange -> details(exchange, MediaType.TV))
                .get("/media/images/{size}/{file}", Access.PICTURE, this::picture);
    }

    private void search(Exchange exchange) {
        var query = exchange.query();
        var text = query.requiredText(LONGEST_SEARCH, "q", "query");
        var found = catalogue.search(text, type(query), query.page(DEFAULT_LIMIT), language(query));
        exchange.stale(found.staleFor()).cacheable(found.value());
    }

    private void trending(Exchange exchange) {
        var query = exchange.query();
        var found = catalogue.trending(type(query), query.page(DEFAULT_LIMIT));
        exchange.stale(found.staleFor()).cacheable(found.value());
    }

    private void details(Exchange exchange, MediaType type) {
        var id = exchange.path("tmdbId");
        if (!TMDB_ID.matcher(id).matches()) {
            throw MediaNestException.invalid("tmdbId", "'tmdbId' must be a positive number");
        }
        var found = catalogue.details(new TitleKey(type, id), language(exchange.query()));
        exchange.stale(found.staleFor()).cacheable(Stale.marked(found));
    }

    private void picture(Exchange exchange) {
        var file = exchange.path("file");
        try (var picture = pictures.open(exchange.path("size"), file, exchange::toll)) {
            exchange.file(Pictures.contentType(file), picture, PICTURES_KEEP);
        }
    }

    private static @Nullable MediaType type(Query query) {
        return query.choice("type", TYPES).flatMap(type -> type).orElse(null);
    }

    private static @Nullable String language(Query query) {
        var language = query.text("language", 5).orElse(null);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw MediaNestException.invalid("language", "'language' must look like 'de' or 'de-DE'");
        }
        return language;
    }
}
