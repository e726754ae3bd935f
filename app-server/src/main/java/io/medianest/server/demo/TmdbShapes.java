package io.medianest.server.demo;

import io.medianest.server.demo.DemoCatalogue.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// TMDB v3's JSON of titles and people.
final class TmdbShapes {
    private final DemoCatalogue catalogue;

    TmdbShapes(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// A list reply; TMDB's pages have twenty entries.
    Fields page(Slice<Fields> slice) {
        return Fields.of("page", slice.number())
                .with("results", slice.items())
                .with("total_pages", slice.pages())
                .with("total_results", slice.total());
    }

    /// As in lists of one type, without `media_type`.
    Fields result(DemoTitle title) {
        var fields = common(title).with("genre_ids", Genres.ids(title.genres()));
        return title.isFilm() ? fields.with("adult", false).with("video", false) : fields;
    }

    /// As in mixed lists.
    Fields mixedResult(DemoTitle title) {
        return result(title).with("media_type", title.type().wireName());
    }

    Fields mixedResult(Person person) {
        return Fields.of("id", person.id())
                .with("media_type", "person")
                .with("name", person.name())
                .with("original_name", person.name())
                .with("adult", false)
                .with("gender", 0)
                .with("known_for_department", person.department())
                .with("profile_path", person.profilePath())
                .with("popularity", 4.2)
                .with(
                        "known_for",
                        catalogue
                                .titlesWith(person)
                                .limit(3)
                                .map(this::mixedResult)
                                .toList());
    }

    /// @param appended the parts asked for with `append_to_response`
    Fields details(DemoTitle title, Set<String> appended) {
        var fields = common(title)
                .with("genres", Genres.objects(title.genres()))
                .with("status", title.isFilm() ? "Released" : "Ended")
                .with("tagline", "")
                .with("homepage", "");
        fields.withAll(title.isFilm() ? filmDetails(title) : seriesDetails(title));
        if (appended.contains("credits")) {
            fields.with("credits", credits(title));
        }
        if (appended.contains("videos")) {
            fields.with("videos", Fields.of("results", List.of()));
        }
        if (appended.contains("recommendations")) {
            fields.with("recommendations", recommendations(title));
        }
        if (appended.contains("external_ids")) {
            fields.with("external_ids", Fields.of("imdb_id", title.imdbId()).with("tvdb_id", null));
        }
        return fields;
    }

    Fields credits(DemoTitle title) {
        var cast = new ArrayList<Fields>();
        for (var part : title.cast()) {
            cast.add(person(part.name())
                    .with("character", part.character())
                    .with("credit_id", "c%d-%d".formatted(title.tmdbId(), cast.size()))
                    .with("order", cast.size()));
        }
        var director = person(title.director())
                .with("department", "Directing")
                .with("job", "Director")
                .with("credit_id", "d" + title.tmdbId());
        return Fields.of("cast", cast).with("crew", List.of(director));
    }

    Fields recommendations(DemoTitle title) {
        var similar = catalogue.similarTo(title).stream().map(this::mixedResult).toList();
        return page(Slice.page(similar, 1, 20));
    }

    private Fields person(String name) {
        var person = catalogue.person(name);
        return Fields.of("id", person.id())
                .with("name", name)
                .with("original_name", name)
                .with("gender", 0)
                .with("known_for_department", person.department())
                .with("profile_path", person.profilePath());
    }

    private static Fields common(DemoTitle title) {
        return Fields.of("id", title.tmdbId())
                .with(title.isFilm() ? "title" : "name", title.title())
                .with(title.isFilm() ? "original_title" : "original_name", title.originalTitle())
                .with("original_language", title.language())
                .with("overview", title.overview())
                .with("poster_path", title.posterPath())
                .with("backdrop_path", title.backdropPath())
                .with(title.isFilm() ? "release_date" : "first_air_date", title.released())
                .with("popularity", Math.round(title.votes() * title.rating()) / 100.0)
                .with("vote_average", title.rating())
                .with("vote_count", title.votes());
    }

    private static Fields filmDetails(DemoTitle film) {
        return Fields.of("imdb_id", film.imdbId())
                .with("runtime", film.runtime())
                .with("adult", false)
                .with("video", false);
    }

    private static Fields seriesDetails(DemoTitle series) {
        var seasons = series.seasons().stream()
                .map(season -> Fields.of("id", series.tmdbId() * 100L + season.number())
                        .with("season_number", season.number())
                        .with("name", "Season " + season.number())
                        .with("episode_count", season.episodes())
                        .with("air_date", season.aired())
                        .with("overview", "")
                        .with("poster_path", series.posterPath())
                        .with("vote_average", series.rating()))
                .toList();
        return Fields.of("number_of_seasons", seasons.size())
                .with("number_of_episodes", series.episodeCount())
                .with("episode_run_time", List.of(series.runtime()))
                .with("in_production", false)
                .with("seasons", seasons);
    }
}
