package io.medianest.server.demo;

import static io.medianest.model.media.MediaType.MOVIE;
import static io.medianest.model.media.MediaType.TV;

import io.medianest.model.media.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// TMDB v3 over the demo's catalogue, under `/3`. Thread-safe.
final class TmdbStandIn {
    private static final int LAST_PAGE = 500;

    private final DemoCatalogue catalogue;
    private final TmdbShapes shapes;
    private final String apiKey;
    private final URI images;

    /// @param images where the pictures are served, for `/3/configuration`
    TmdbStandIn(DemoCatalogue catalogue, String apiKey, URI images) {
        this.catalogue = catalogue;
        this.apiKey = apiKey;
        this.images = images;
        shapes = new TmdbShapes(catalogue);
    }

    RouteList routes() {
        return new RouteList()
                .guard(this::checkKey)
                .get("/3/configuration", this::configuration)
                .get("/3/search/multi", this::searchMulti)
                .get("/3/search/movie", call -> search(call, MOVIE))
                .get("/3/search/tv", call -> search(call, TV))
                .get("/3/trending/{type}/{window}", this::trending)
                .get("/3/movie/{id}", call -> details(call, MOVIE))
                .get("/3/tv/{id}", call -> details(call, TV))
                .get("/3/movie/{id}/credits", call -> Reply.json(shapes.credits(title(call, MOVIE))))
                .get("/3/tv/{id}/credits", call -> Reply.json(shapes.credits(title(call, TV))))
                .get("/3/movie/{id}/recommendations", call -> Reply.json(shapes.recommendations(title(call, MOVIE))))
                .get("/3/tv/{id}/recommendations", call -> Reply.json(shapes.recommendations(title(call, TV))))
                .get("/3/person/{id}", this::person)
                .get("/3/find/{external}", this::find)
                .otherwise(call -> missing());
    }

    private Optional<Reply> checkKey(Call call) {
        var bearer = call.header("Authorization").filter(value -> value.equals("Bearer " + apiKey));
        var parameter = call.query("api_key").filter(apiKey::equals);
        if (bearer.isPresent() || parameter.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(error(401, 7, "Invalid API key: You must be granted a valid key."));
    }

    private Reply configuration(Call call) {
        return Reply.json(Fields.of(
                "images",
                Fields.of("base_url", images + "/t/p/")
                        .with("secure_base_url", images + "/t/p/")
                        .with("backdrop_sizes", List.of("w300", "w780", "w1280", "original"))
                        .with("poster_sizes", List.of("w92", "w154", "w185", "w342", "w500", "w780", "original"))
                        .with("profile_sizes", List.of("w45", "w185", "h632", "original"))));
    }

    private Reply searchMulti(Call call) {
        var text = call.query("query").orElse("");
        if (text.isBlank()) {
            return page(call, List.of());
        }
        var results = new ArrayList<Fields>();
        catalogue.search(text).forEach(title -> results.add(shapes.mixedResult(title)));
        var people = catalogue.searchPeople(text).stream()
                .limit(5)
                .map(shapes::mixedResult)
                .toList();
        results.addAll(Math.min(3, results.size()), people);
        return page(call, results);
    }

    private Reply search(Call call, MediaType type) {
        var text = call.query("query").orElse("");
        var found = text.isBlank() ? List.<DemoTitle>of() : catalogue.search(text);
        return page(
                call,
                found.stream()
                        .filter(title -> title.type() == type)
                        .map(shapes::result)
                        .toList());
    }

    private Reply trending(Call call) {
        var type = call.param("type");
        if (!Set.of("all", "movie", "tv").contains(type)
                || !Set.of("day", "week").contains(call.param("window"))) {
            return missing();
        }
        Stream<DemoTitle> titles = catalogue.trending().stream()
                .filter(title -> type.equals("all") || title.type().wireName().equals(type));
        return page(call, titles.map(shapes::mixedResult).toList());
    }

    private Reply details(Call call, MediaType type) {
        var appended =
                Set.copyOf(List.of(call.query("append_to_response").orElse("").split(",", -1)));
        return Reply.json(shapes.details(title(call, type), appended));
    }

    private Reply person(Call call) {
        return catalogue
                .person(call.id("id"))
                .map(person -> Reply.json(shapes.mixedResult(person)))
                .orElseGet(TmdbStandIn::missing);
    }

    private Reply find(Call call) {
        var found = catalogue.titles().stream()
                .filter(title -> call.param("external").equals(title.imdbId()))
                .toList();
        return Reply.json(Fields.of("movie_results", mixed(found, MOVIE))
                .with("person_results", List.of())
                .with("tv_results", mixed(found, TV)));
    }

    private List<Fields> mixed(List<DemoTitle> titles, MediaType type) {
        return titles.stream()
                .filter(title -> title.type() == type)
                .map(shapes::mixedResult)
                .toList();
    }

    private Reply page(Call call, List<Fields> results) {
        int number = call.query("page").isEmpty() ? 1 : call.queryNumber("page", 0);
        if (number < 1 || number > LAST_PAGE) {
            return error(400, 22, "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.");
        }
        return Reply.json(shapes.page(Slice.page(results, number, 20)));
    }

    private DemoTitle title(Call call, MediaType type) {
        return catalogue.find(type, call.id("id")).orElseThrow(() -> new Refusal(missing()));
    }

    private static Reply missing() {
        return error(404, 34, "The resource you requested could not be found.");
    }

    private static Reply error(int status, int code, String message) {
        return Reply.json(
                status, Fields.of("success", false).with("status_code", code).with("status_message", message));
    }
}
