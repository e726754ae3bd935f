package io.medianest.server.demo;

import static io.medianest.model.media.MediaType.MOVIE;
import static io.medianest.model.media.MediaType.TV;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.media.MediaType;
import io.medianest.server.demo.DemoRequest.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Overseerr 1.34 over the demo's catalogue, under `/api/v1`. Thread-safe.
final class OverseerrStandIn {
    private static final String BASE = "/api/v1";
    private static final Pattern RESERVED = Pattern.compile("[:/?#\\[\\]@!$&'()*+,;=]");
    private static final int COLLECTION = 9_200_000;

    private final DemoCatalogue catalogue;
    private final DemoRequests requests;
    private final OverseerrShapes shapes;
    private final OverseerrGate gate;

    OverseerrStandIn(DemoCatalogue catalogue, DemoRequests requests, OverseerrShapes shapes, OverseerrGate gate) {
        this.catalogue = catalogue;
        this.requests = requests;
        this.shapes = shapes;
        this.gate = gate;
    }

    RouteList routes() {
        return new RouteList()
                .guard(gate::check)
                .get(BASE + "/status", this::status)
                .get(BASE + "/search", this::search)
                .get(BASE + "/discover/trending", call -> page(call, results(catalogue.trending())))
                .get(BASE + "/discover/movies", call -> page(call, results(catalogue.titles(MOVIE))))
                .get(BASE + "/discover/tv", call -> page(call, results(catalogue.titles(TV))))
                .get(BASE + "/movie/{id}", call -> Reply.json(shapes.details(title(MOVIE, call.id("id")))))
                .get(BASE + "/tv/{id}", call -> Reply.json(shapes.details(title(TV, call.id("id")))))
                .get(BASE + "/movie/{id}/recommendations", call -> similar(call, MOVIE))
                .get(BASE + "/tv/{id}/recommendations", call -> similar(call, TV))
                .get(BASE + "/request", this::list)
                .post(BASE + "/request", this::make)
                .get(BASE + "/request/{id}", call -> Reply.json(shapes.request(requests.get(call.id("id")))))
                .delete(BASE + "/request/{id}", this::delete)
                .post(BASE + "/request/{id}/approve", call -> request(requests.approve(call.id("id"))))
                .post(BASE + "/request/{id}/decline", call -> request(requests.decline(call.id("id"))))
                .post(BASE + "/request/{id}/retry", call -> request(requests.approve(call.id("id"))))
                .get(BASE + "/user", this::users)
                .get(BASE + "/auth/me", call -> Reply.json(shapes.user(gate.caller(call))))
                .otherwise(call -> message(404, "not found"));
    }

    private Reply status(Call call) {
        return Reply.json(Fields.of("version", "1.34.0")
                .with("commitTag", "demo")
                .with("updateAvailable", false)
                .with("commitsBehind", 0)
                .with("restartRequired", false));
    }

    private Reply search(Call call) {
        if (RESERVED.matcher(call.rawQueryParameters().getOrDefault("query", ""))
                .find()) {
            return message(
                    400, "Parameter 'query' must be url encoded. Its value may not contain reserved characters.");
        }
        var text = call.query("query").orElse("");
        var found = text.isBlank() ? List.<DemoTitle>of() : catalogue.search(text);
        var results = new ArrayList<>(results(found));
        if (found.size() > 2) {
            results.add(
                    2, shapes.collection(COLLECTION, "The %s Collection".formatted(text.strip()), found.getFirst()));
        }
        if (!text.isBlank()) {
            catalogue.searchPeople(text).stream()
                    .limit(4)
                    .forEach(person -> results.add(Math.min(4, results.size()), shapes.person(person)));
        }
        return page(call, results);
    }

    private Reply similar(Call call, MediaType type) {
        return page(call, results(catalogue.similarTo(title(type, call.id("id")))));
    }

    private Reply list(Call call) {
        var filter = filter(call.query("filter").orElse("all"));
        var order = Comparator.comparing(
                call.query("sort").orElse("added").equals("modified")
                        ? DemoRequest::updatedAt
                        : DemoRequest::createdAt);
        int requestedBy = call.queryNumber("requestedBy", 0);
        var chosen = requests.all().stream()
                .filter(filter)
                .filter(request -> requestedBy == 0 || request.requestedBy().overseerrId() == requestedBy)
                .sorted(order.thenComparingInt(DemoRequest::id).reversed())
                .map(shapes::request)
                .toList();
        return Reply.json(shapes.pageInfo(Slice.skipping(chosen, call.queryNumber("skip", 0), take(call))));
    }

    private Reply make(Call call) {
        var wish = call.json();
        checkWish(wish);
        var type = wish.path("mediaType").asText().equals("tv") ? TV : MOVIE;
        var title = title(type, wish.path("mediaId").asInt());
        var by = wish.has("userId") ? member(wish.path("userId").asInt()) : gate.caller(call);
        var made = requests.make(
                title,
                seasons(title, wish.path("seasons")),
                by,
                wish.path("is4k").asBoolean(),
                wish.has("is4k"));
        return Reply.json(201, shapes.request(made));
    }

    private Reply delete(Call call) {
        requests.delete(call.id("id"));
        return Reply.empty(204);
    }

    private Reply users(Call call) {
        var users = DemoPerson.HOUSEHOLD.stream().map(shapes::user).toList();
        return Reply.json(shapes.pageInfo(Slice.skipping(users, call.queryNumber("skip", 0), take(call))));
    }

    private Reply request(DemoRequest request) {
        return Reply.json(shapes.request(request));
    }

    private Reply page(Call call, List<Fields> results) {
        return Reply.json(shapes.page(Slice.page(results, Math.max(1, call.queryNumber("page", 1)), 20)));
    }

    private List<Fields> results(List<DemoTitle> titles) {
        return titles.stream().map(shapes::result).toList();
    }

    /// Overseerr answers 500 for what TMDB does not know.
    private DemoTitle title(MediaType type, int tmdbId) {
        return catalogue
                .find(type, tmdbId)
                .orElseThrow(() ->
                        new Refusal(message(500, "Unable to retrieve %s.".formatted(type == TV ? "series" : "movie"))));
    }

    private static DemoPerson member(int id) {
        return DemoPerson.byOverseerrId(id).orElseThrow(() -> new Refusal(message(500, "User not found.")));
    }

    private static void checkWish(JsonNode wish) {
        var type = wish.path("mediaType").asText();
        if (!Set.of("movie", "tv").contains(type)) {
            throw OverseerrGate.invalid(
                    "/body/mediaType",
                    "request.body.mediaType should be equal to one of the allowed values: movie, tv");
        }
        if (!wish.path("mediaId").isNumber()) {
            throw OverseerrGate.invalid("/body/mediaId", "request.body.mediaId should be number");
        }
        if (type.equals("tv") && wish.path("seasons").isMissingNode()) {
            throw new Refusal(message(500, "Cannot read properties of undefined (reading 'filter')"));
        }
    }

    private static List<Integer> seasons(DemoTitle title, JsonNode wanted) {
        if (title.isFilm()) {
            return List.of();
        }
        var existing = title.seasons().stream().map(DemoTitle.Season::number).toList();
        if (wanted.asText().equals("all")) {
            return existing;
        }
        return StreamSupport.stream(wanted.spliterator(), false)
                .map(JsonNode::asInt)
                .filter(existing::contains)
                .distinct()
                .toList();
    }

    private static Predicate<DemoRequest> filter(String name) {
        return switch (name) {
            case "all" -> request -> true;
            case "approved" -> request -> request.stage().requestStatus() == Stage.APPROVED.requestStatus();
            case "pending" -> request -> request.stage() == Stage.PENDING;
            case "processing" -> request -> request.stage() == Stage.APPROVED || request.stage() == Stage.DOWNLOADING;
            case "available" -> request -> request.stage() == Stage.AVAILABLE;
            case "unavailable" -> request -> request.stage().isOpen();
            case "failed" -> request -> false;
            default ->
                throw OverseerrGate.invalid(
                        "/query/filter",
                        "request.query.filter should be equal to one of the allowed values: all, approved, available,"
                                + " pending, processing, unavailable, failed");
        };
    }

    private static int take(Call call) {
        return Optional.of(call.queryNumber("take", 10))
                .filter(take -> take > 0)
                .orElse(10);
    }

    private static Reply message(int status, String message) {
        return Reply.json(status, Fields.of("message", message));
    }
}
