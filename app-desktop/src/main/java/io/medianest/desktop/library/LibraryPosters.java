package io.medianest.desktop.library;

import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Poster.Badge;
import io.medianest.model.library.EpisodePlace;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes cards of what the library has.
public final class LibraryPosters {
    private LibraryPosters() {}

    /// The card of a title; an episode goes by the name of its series.
    public static Poster<LibraryTitle> of(LibraryTitle title) {
        EpisodePlace place = title.place();
        String series = place == null ? null : place.series();
        return new Poster<>(
                title,
                series == null ? title.title() : series,
                caption(title, series),
                title.poster(),
                badge(title),
                false);
    }

    /// The page that the catalogue has of it; none for an episode, and where Plex does not know what it is.
    public static Optional<TitleKey> pageOf(LibraryTitle title) {
        return Optional.ofNullable(title.tmdbId()).flatMap(id -> switch (title.type()) {
            case "movie" -> Optional.of(new TitleKey(MediaType.MOVIE, id));
            case "show" -> Optional.of(new TitleKey(MediaType.TV, id));
            default -> Optional.empty();
        });
    }

    /// “S2 E5” of an episode; empty without its numbers.
    static String place(@Nullable EpisodePlace place) {
        return place == null || place.season() == null || place.episode() == null
                ? ""
                : "S%d E%d".formatted(place.season(), place.episode());
    }

    private static String caption(LibraryTitle title, @Nullable String series) {
        Integer year = title.year();
        Stream<String> parts = series == null
                ? Stream.concat(
                        Stream.ofNullable(year).map(Object::toString),
                        title.genres().stream().limit(1))
                : Stream.of(place(title.place()), title.title());
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private static @Nullable Badge badge(LibraryTitle title) {
        Long seen = title.viewOffset();
        Long length = title.duration();
        if (seen != null && length != null && seen > 0 && length > 0) {
            return new Badge.Begun(Math.clamp((double) seen / length, 0.02, 0.98));
        }
        return title.watched() ? new Badge.Watched() : null;
    }
}
