package io.medianest.server.tmdb;

import io.medianest.model.media.Availability;
import io.medianest.model.media.CastMember;
import io.medianest.model.media.CrewMember;
import io.medianest.model.media.Genres;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.Season;
import io.medianest.model.media.Video;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.UpstreamCall;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From TMDB's JSON to our titles; also where others hand it on, such as Overseerr does in a spelling of its own. Asks
/// for names in camel case: see [Fields#spelled].
public final class TmdbTitles {
    private static final int MOST_PEOPLE = 40;

    private TmdbTitles() {}

    /// @param known the type where the list holds one only
    /// @return null for people and for entries without number or name
    public static @Nullable MediaItem item(Fields entry, @Nullable MediaType known) {
        var type = known == null ? type(entry.text("mediaType", "")) : known;
        var id = entry.whole("id");
        if (type == null || id == null) {
            return null;
        }
        boolean movie = type == MediaType.MOVIE;
        var original = entry.text(movie ? "originalTitle" : "originalName");
        var title = entry.text(movie ? "title" : "name", original == null ? "" : original);
        if (title.isEmpty()) {
            return null;
        }
        var released = entry.date(movie ? "releaseDate" : "firstAirDate");
        var votes = entry.integer("voteCount");
        return new MediaItem(
                id.toString(),
                title,
                original,
                type,
                released == null ? null : released.getYear(),
                released,
                entry.text("posterPath"),
                entry.text("backdropPath"),
                entry.text("overview"),
                genres(entry),
                votes == null || votes == 0 ? null : entry.decimal("voteAverage"),
                votes,
                runtime(entry),
                entry.text("originalLanguage"),
                Availability.NONE);
    }

    /// @param videos of the title, which stand in different places
    /// @return null for an entry without number or name
    public static @Nullable MediaDetails details(
            Fields title, MediaType type, List<Fields> videos, List<MediaItem> recommendations) {
        var item = item(title, type);
        if (item == null) {
            return null;
        }
        var credits = title.at("credits");
        return new MediaDetails(
                item,
                mapped(credits.list("cast"), TmdbTitles::cast),
                mapped(credits.list("crew"), TmdbTitles::crew),
                mapped(videos, TmdbTitles::video),
                recommendations,
                type == MediaType.TV ? mapped(title.list("seasons"), TmdbTitles::season) : null);
    }

    private static @Nullable MediaType type(String word) {
        return switch (word) {
            case "movie" -> MediaType.MOVIE;
            case "tv" -> MediaType.TV;
            default -> null;
        };
    }

    private static List<String> genres(Fields entry) {
        var named = mapped(entry.list("genres"), genre -> genre.text("name"));
        return named.isEmpty()
                ? Genres.names(entry.list("genreIds").stream()
                        .map(id -> id.node().asInt())
                        .toList())
                : named;
    }

    private static @Nullable Integer runtime(Fields entry) {
        var minutes = entry.integer("runtime");
        if (minutes == null && !entry.list("episodeRunTime").isEmpty()) {
            minutes = entry.list("episodeRunTime").getFirst().node().asInt();
        }
        return minutes == null || minutes <= 0 ? null : minutes;
    }

    private static @Nullable CastMember cast(Fields person) {
        var name = person.text("name");
        return name == null ? null : new CastMember(name, person.text("character"), person.text("profilePath"));
    }

    private static @Nullable CrewMember crew(Fields person) {
        var name = person.text("name");
        return name == null
                ? null
                : new CrewMember(name, person.text("job"), person.text("department"), person.text("profilePath"));
    }

    private static @Nullable Video video(Fields clip) {
        var key = clip.text("key");
        if (key == null || !"YouTube".equals(clip.text("site"))) {
            return null;
        }
        var url = "https://www.youtube.com/watch?v=" + UpstreamCall.encode(key);
        return new Video(clip.text("name", "Video"), clip.text("type"), "YouTube", url);
    }

    private static @Nullable Season season(Fields season) {
        var number = season.integer("seasonNumber");
        return number == null
                ? null
                : new Season(
                        number,
                        season.text("name", "Season " + number),
                        season.integer("episodeCount"),
                        season.date("airDate"));
    }

    private static <T> List<T> mapped(List<Fields> entries, Function<Fields, @Nullable T> mapping) {
        return entries.stream()
                .map(mapping)
                .filter(Objects::nonNull)
                .limit(MOST_PEOPLE)
                .toList();
    }
}
