package io.medianest.server.demo;

import io.medianest.server.demo.DemoCatalogue.Person;
import io.medianest.server.demo.DemoRequest.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Overseerr 1.34's JSON. Thread-safe.
final class OverseerrShapes {
    private static final long FILM_BYTES = 4_300_000_000L;
    private static final String STARTED = "2026-01-10T18:00:00.000Z";

    private final DemoCatalogue catalogue;
    private final DemoRequests requests;
    private final DemoLibrary library;
    private final Clock clock;
    private final DemoPace pace;

    OverseerrShapes(DemoCatalogue catalogue, DemoRequests requests, DemoLibrary library, Clock clock, DemoPace pace) {
        this.catalogue = catalogue;
        this.requests = requests;
        this.library = library;
        this.clock = clock;
        this.pace = pace;
    }

    Fields page(Slice<Fields> slice) {
        return Fields.of("page", slice.number())
                .with("totalPages", slice.pages())
                .with("totalResults", slice.total())
                .with("results", slice.items());
    }

    Fields pageInfo(Slice<Fields> slice) {
        return Fields.of(
                        "pageInfo",
                        Fields.of("pages", slice.pages())
                                .with("pageSize", slice.size())
                                .with("results", slice.total())
                                .with("page", slice.number()))
                .with("results", slice.items());
    }

    Fields result(DemoTitle title) {
        var fields =
                common(title).with("mediaType", title.type().wireName()).with("genreIds", Genres.ids(title.genres()));
        return withMediaInfo(fields, title);
    }

    Fields person(Person person) {
        return Fields.of("id", person.id())
                .with("mediaType", "person")
                .with("name", person.name())
                .with("popularity", 4.2)
                .with("adult", false)
                .with("profilePath", person.profilePath())
                .with(
                        "knownFor",
                        catalogue.titlesWith(person).limit(3).map(this::result).toList());
    }

    Fields collection(int id, String name, DemoTitle first) {
        return Fields.of("id", id)
                .with("mediaType", "collection")
                .with("title", name)
                .with("originalTitle", name)
                .with("adult", false)
                .with("overview", "")
                .with("originalLanguage", first.language())
                .with("posterPath", first.posterPath())
                .with("backdropPath", first.backdropPath());
    }

    Fields details(DemoTitle title) {
        var fields = common(title)
                .with("genres", Genres.objects(title.genres()))
                .with("relatedVideos", List.of())
                .with("homepage", "")
                .with("tagline", "")
                .with("status", title.isFilm() ? "Released" : "Ended")
                .with("externalIds", Fields.of("imdbId", title.imdbId()))
                .with("credits", credits(title))
                .with("keywords", List.of())
                .with("watchProviders", List.of());
        fields.withAll(
                title.isFilm() ? Fields.of("runtime", title.runtime()).with("imdbId", title.imdbId()) : series(title));
        return withMediaInfo(fields, title);
    }

    Fields request(DemoRequest request) {
        var seasons = IntStream.range(0, request.seasons().size())
                .mapToObj(i -> Fields.of("id", request.id() * 100 + i)
                        .with("seasonNumber", request.seasons().get(i))
                        .with("status", request.stage().requestStatus())
                        .with("createdAt", request.createdAt())
                        .with("updatedAt", request.updatedAt()))
                .toList();
        return Fields.of("id", request.id())
                .with("status", request.stage().requestStatus())
                .with("createdAt", request.createdAt())
                .with("updatedAt", request.updatedAt())
                .with("type", request.title().type().wireName())
                .with("is4k", request.is4k())
                .with("serverId", null)
                .with("profileId", null)
                .with("rootFolder", null)
                .with("tags", null)
                .with("isAutoRequest", false)
                .with("media", media(request.title()))
                .with("seasons", seasons)
                .with("modifiedBy", request.modifiedBy() == null ? null : user(request.modifiedBy()))
                .with("requestedBy", user(request.requestedBy()))
                .with("seasonCount", seasons.size());
    }

    Fields user(DemoPerson person) {
        long made = requests.all().stream()
                .filter(request -> request.requestedBy().equals(person))
                .count();
        return Fields.of("permissions", person.permissions())
                .with("id", person.overseerrId())
                .with("email", person.email())
                .with("plexUsername", person.name())
                .with("username", null)
                .with("recoveryLinkExpirationDate", null)
                .with("userType", 1)
                .with("plexId", person.plexId())
                .with("avatar", "/avatar.png")
                .with("movieQuotaLimit", person.filmQuota() == 0 ? null : person.filmQuota())
                .with("movieQuotaDays", person.filmQuota() == 0 ? null : 7)
                .with("tvQuotaLimit", null)
                .with("tvQuotaDays", null)
                .with("createdAt", STARTED)
                .with("updatedAt", STARTED)
                .with("requestCount", made)
                .with("displayName", person.name());
    }

    private Fields withMediaInfo(Fields fields, DemoTitle title) {
        if (requests.mediaStatus(title) == 1 && requests.of(title).isEmpty()) {
            return fields;
        }
        var made = requests.of(title).stream()
                .map(request -> Fields.of("id", request.id())
                        .with("status", request.stage().requestStatus())
                        .with("is4k", request.is4k())
                        .with("requestedBy", user(request.requestedBy())))
                .toList();
        return fields.with("mediaInfo", media(title).with("requests", made));
    }

    private Fields media(DemoTitle title) {
        var holding = library.find(title);
        var arrived = holding.map(DemoLibrary.Holding::addedAt);
        var made = requests.of(title).stream().reduce((earlier, later) -> later);
        var fields = Fields.of("id", title.tmdbId() % 100_000)
                .with("mediaType", title.type().wireName())
                .with("tmdbId", title.tmdbId())
                .with("tvdbId", null)
                .with("imdbId", title.imdbId())
                .with("status", requests.mediaStatus(title))
                .with("status4k", 1)
                .with("downloadStatus", downloads(title))
                .with("downloadStatus4k", List.of())
                .with(
                        "createdAt",
                        made.map(DemoRequest::createdAt).or(() -> arrived).orElse(null))
                .with(
                        "updatedAt",
                        made.map(DemoRequest::updatedAt).or(() -> arrived).orElse(null))
                .with("mediaAddedAt", arrived.orElse(null))
                .with(
                        "ratingKey",
                        holding.map(known -> Integer.toString(known.ratingKey()))
                                .orElse(null));
        holding.ifPresent(known -> fields.with("plexUrl", PlexServerStandIn.webAddress(known.ratingKey())));
        return fields;
    }

    private List<Fields> downloads(DemoTitle title) {
        return requests.of(title).stream()
                .filter(request -> request.stage() == Stage.DOWNLOADING)
                .map(this::download)
                .toList();
    }

    private Fields download(DemoRequest request) {
        var left = Duration.ofMillis(Math.round(pace.step().toMillis() * 2 * (1 - request.part())));
        return Fields.of("externalId", request.id())
                .with("mediaType", request.title().type().wireName())
                .with("title", request.title().subject().replace(' ', '.') + ".1080p.DEMO")
                .with("size", FILM_BYTES)
                .with("sizeLeft", Math.round(FILM_BYTES * (1 - request.part())))
                .with("status", "downloading")
                .with(
                        "timeLeft",
                        "%02d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart()))
                .with("estimatedCompletionTime", clock.instant().plus(left));
    }

    private Fields credits(DemoTitle title) {
        var cast = new ArrayList<Fields>();
        for (var part : title.cast()) {
            var person = catalogue.person(part.name());
            cast.add(Fields.of("castId", cast.size())
                    .with("character", part.character())
                    .with("creditId", "c%d-%d".formatted(title.tmdbId(), cast.size()))
                    .with("id", person.id())
                    .with("name", part.name())
                    .with("order", cast.size())
                    .with("gender", 0)
                    .with("profilePath", person.profilePath()));
        }
        var director = catalogue.person(title.director());
        var crew = Fields.of("creditId", "d" + title.tmdbId())
                .with("department", "Directing")
                .with("id", director.id())
                .with("job", "Director")
                .with("name", director.name())
                .with("gender", 0)
                .with("profilePath", director.profilePath());
        return Fields.of("cast", cast).with("crew", List.of(crew));
    }

    private static Fields series(DemoTitle title) {
        var seasons = title.seasons().stream()
                .map(season -> Fields.of("airDate", season.aired())
                        .with("episodeCount", season.episodes())
                        .with("id", title.tmdbId() * 100L + season.number())
                        .with("name", "Season " + season.number())
                        .with("overview", "")
                        .with("seasonNumber", season.number())
                        .with("posterPath", title.posterPath()))
                .toList();
        return Fields.of("episodeRunTime", List.of(title.runtime()))
                .with("inProduction", false)
                .with("type", "Scripted")
                .with("numberOfEpisodes", title.episodeCount())
                .with("numberOfSeasons", seasons.size())
                .with("seasons", seasons);
    }

    private static Fields common(DemoTitle title) {
        return Fields.of("id", title.tmdbId())
                .with("originalLanguage", title.language())
                .with(title.isFilm() ? "title" : "name", title.title())
                .with(title.isFilm() ? "originalTitle" : "originalName", title.originalTitle())
                .with(title.isFilm() ? "releaseDate" : "firstAirDate", title.released())
                .with("overview", title.overview())
                .with("popularity", Math.round(title.votes() * title.rating()) / 100.0)
                .with("voteAverage", title.rating())
                .with("voteCount", title.votes())
                .with("posterPath", title.posterPath())
                .with("backdropPath", title.backdropPath());
    }
}
