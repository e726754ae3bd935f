package io.medianest.server.demo;

import io.medianest.server.demo.DemoLibrary.Holding;
import io.medianest.server.demo.DemoTitle.Season;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A Plex server's metadata of films, series, seasons and episodes. A season's key is its series' with two more
/// digits, an episode's is its season's with three more.
final class PlexShapes {
    private static final int SEASONS = 100;
    private static final int EPISODES = 1000;
    private static final int WATCHED_EVERY = 3;

    /// A film or a series.
    Fields title(Holding holding) {
        var title = holding.title();
        var fields = common(holding.ratingKey(), holding)
                .with("type", title.isFilm() ? "movie" : "show")
                .with("guid", "plex://%s/demo%d".formatted(title.isFilm() ? "movie" : "show", holding.ratingKey()))
                .with("title", title.title())
                .with("titleSort", titleSort(title.title()))
                .with("summary", title.overview())
                .with("year", title.released().getYear())
                .with("originallyAvailableAt", title.released().toString())
                .with("rating", title.rating())
                .with("contentRating", "Not Rated")
                .with("duration", Duration.ofMinutes(title.runtime()).toMillis())
                .with("Guid", guids(title))
                .with("Genre", tags(title.genres()))
                .with("Director", tags(List.of(title.director())))
                .with("Role", roles(title));
        if (title.isFilm()) {
            return fields.withAll(watched(holding));
        }
        return fields.with("childCount", title.seasons().size())
                .with("leafCount", title.episodeCount())
                .with("viewedLeafCount", title.episodeCount() * (holding.ratingKey() % WATCHED_EVERY) / 2);
    }

    /// Of three films one was watched, one begun, and one not touched; as with Plex, what is nothing is left out.
    private static Fields watched(Holding film) {
        return switch (film.ratingKey() % WATCHED_EVERY) {
            case 0 -> Fields.of("viewCount", 1);
            case 1 ->
                Fields.of(
                        "viewOffset", Duration.ofMinutes(film.title().runtime()).toMillis() / 3);
            default -> new Fields();
        };
    }

    List<Fields> seasons(Holding series) {
        return series.title().seasons().stream()
                .map(season -> season(series, season))
                .toList();
    }

    List<Fields> episodes(Holding series) {
        return series.title().seasons().stream()
                .flatMap(season -> episodes(series, season).stream())
                .toList();
    }

    List<Fields> episodes(Holding series, Season season) {
        return IntStream.rangeClosed(1, season.episodes())
                .mapToObj(number -> episode(series, season, number))
                .toList();
    }

    /// What a key of any depth names.
    Optional<Fields> find(DemoLibrary library, int key) {
        if (key < SEASONS * 1000) {
            return library.find(key).map(this::title);
        }
        boolean isEpisode = key >= SEASONS * 1000 * EPISODES / 10;
        int seriesKey = isEpisode ? key / EPISODES / SEASONS : key / SEASONS;
        return library.find(seriesKey).stream()
                .flatMap(series -> (isEpisode ? episodes(series) : seasons(series)).stream())
                .filter(fields -> Integer.toString(key).equals(fields.values().get("ratingKey")))
                .findFirst();
    }

    /// The seasons of a series or the episodes of a season.
    List<Fields> children(DemoLibrary library, int key) {
        var series = library.find(key);
        if (series.isPresent()) {
            return seasons(series.get());
        }
        return library.find(key / SEASONS).stream()
                .flatMap(known -> known.title().seasons().stream()
                        .filter(season -> season.number() == key % SEASONS)
                        .flatMap(season -> episodes(known, season).stream()))
                .toList();
    }

    private Fields season(Holding series, Season season) {
        return common(seasonKey(series, season), series)
                .with("type", "season")
                .with("title", "Season " + season.number())
                .with("index", season.number())
                .with("parentRatingKey", Integer.toString(series.ratingKey()))
                .with("parentTitle", series.title().title())
                .with("leafCount", season.episodes());
    }

    private Fields episode(Holding series, Season season, int number) {
        return common(seasonKey(series, season) * EPISODES + number, series)
                .with("type", "episode")
                .with("title", "Episode " + number)
                .with("index", number)
                .with("parentIndex", season.number())
                .with("parentRatingKey", Integer.toString(seasonKey(series, season)))
                .with("grandparentRatingKey", Integer.toString(series.ratingKey()))
                .with("grandparentTitle", series.title().title())
                .with("duration", Duration.ofMinutes(series.title().runtime()).toMillis());
    }

    private static Fields common(int key, Holding holding) {
        var stamp = holding.addedAt().getEpochSecond();
        var path = "/library/metadata/" + holding.ratingKey();
        return Fields.of("ratingKey", Integer.toString(key))
                .with("key", "/library/metadata/" + key)
                .with("thumb", path + "/thumb/" + stamp)
                .with("art", path + "/art/" + stamp)
                .with("addedAt", stamp)
                .with("updatedAt", stamp)
                .with("librarySectionID", PlexSection.of(holding.title()).key())
                .with("librarySectionTitle", PlexSection.of(holding.title()).title());
    }

    private static int seasonKey(Holding series, Season season) {
        return series.ratingKey() * SEASONS + season.number();
    }

    private static List<Fields> guids(DemoTitle title) {
        var guids = new ArrayList<Fields>();
        if (title.imdbId() != null) {
            guids.add(Fields.of("id", "imdb://" + title.imdbId()));
        }
        guids.add(Fields.of("id", "tmdb://" + title.tmdbId()));
        return guids;
    }

    private static List<Fields> tags(List<String> names) {
        return names.stream().map(name -> Fields.of("tag", name)).toList();
    }

    private static List<Fields> roles(DemoTitle title) {
        return title.cast().stream()
                .map(part -> Fields.of("tag", part.name()).with("role", part.character()))
                .toList();
    }

    private static String titleSort(String title) {
        return title.toLowerCase(Locale.ROOT).startsWith("the ") ? title.substring(4) : title;
    }
}
