package io.medianest.server.demo;

import io.medianest.model.media.MediaType;
import io.medianest.server.demo.art.Look;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A film or series of the demo's catalogue.
///
/// @param tmdbId TMDB's own number where it is known, else one above 9,000,000
/// @param originalTitle the same as the title unless it was first shown in another language
/// @param language ISO 639-1
/// @param released the first showing, of a series that of its first episode
/// @param runtime in minutes, of a series that of one episode
/// @param director who made it, of a series its first or leading director
/// @param cast the main parts; empty where nobody speaks
/// @param rating 0–10
/// @param inLibrary whether the household has it when the demo starts
/// @param seasons empty for a film
record DemoTitle(
        MediaType type,
        int tmdbId,
        @Nullable String imdbId,
        String title,
        String originalTitle,
        String language,
        LocalDate released,
        int runtime,
        List<String> genres,
        String director,
        List<Part> cast,
        double rating,
        int votes,
        String overview,
        Look look,
        boolean inLibrary,
        List<Season> seasons) {

    boolean isFilm() {
        return type == MediaType.MOVIE;
    }

    String subject() {
        return "%s (%d)".formatted(title, released.getYear());
    }

    String posterPath() {
        return "/p" + pictureKey();
    }

    String backdropPath() {
        return "/b" + pictureKey();
    }

    int episodeCount() {
        return seasons.stream().mapToInt(Season::episodes).sum();
    }

    private String pictureKey() {
        return (isFilm() ? "m" : "t") + tmdbId + ".jpg";
    }

    /// An actor and the character played.
    record Part(String name, String character) {}

    /// @param number from 1
    /// @param aired the day of its first episode
    record Season(int number, int episodes, LocalDate aired) {}
}
