package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.media.MediaType;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class DemoCatalogueTest {
    private static final LocalDate FIRST_FILM = LocalDate.of(1888, 10, 14);

    private final DemoCatalogue catalogue = DemoCatalogue.read();

    @Test
    @DisplayName("there is enough to search: sixty titles and more, films and series, each with a number of its own")
    void enough() {
        assertThat(catalogue.titles()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(catalogue.titles(MediaType.TV)).hasSizeGreaterThanOrEqualTo(10);
        for (var type : new MediaType[] {MediaType.MOVIE, MediaType.TV}) {
            assertThat(catalogue.titles(type)).extracting(DemoTitle::tmdbId).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("every title is described in full")
    void complete() {
        assertThat(catalogue.titles()).allSatisfy(title -> {
            assertThat(title.title()).isNotBlank();
            assertThat(title.originalTitle()).isNotBlank();
            assertThat(title.language()).matches("[a-z]{2}");
            assertThat(title.released()).isBetween(FIRST_FILM, LocalDate.of(2026, 1, 1));
            assertThat(title.runtime()).isBetween(1, 300);
            assertThat(title.director()).isNotBlank();
            assertThat(title.overview()).hasSizeBetween(40, 250).endsWith(".");
            assertThat(title.rating()).isBetween(1.0, 10.0);
            assertThat(title.votes()).isPositive();
            assertThat(Genres.ids(title.genres())).isNotEmpty().doesNotHaveDuplicates();
            assertThat(title.seasons().isEmpty()).isEqualTo(title.isFilm());
        });
    }

    @Test
    @DisplayName("the cast is named wherever somebody speaks or plays, so everywhere but in some animations")
    void cast() {
        assertThat(catalogue.titles())
                .filteredOn(title -> title.cast().isEmpty())
                .allSatisfy(title -> assertThat(title.genres()).contains("Animation"))
                .hasSizeLessThan(10);
    }

    @Test
    @DisplayName("about a third is in the library when the demo starts")
    void library() {
        double owned = catalogue.titles().stream().filter(DemoTitle::inLibrary).count();
        assertThat(owned / catalogue.titles().size()).isBetween(0.27, 0.4);
    }

    @Test
    @DisplayName("a search finds every word in upper and lower case, and nothing where there is nothing")
    void search() {
        assertThat(catalogue.search("night"))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(title ->
                        assertThat(title.title().toLowerCase(Locale.ROOT)).contains("night"));
        assertThat(catalogue.search("the")).hasSizeGreaterThan(20);
        assertThat(catalogue.search("a")).hasSizeGreaterThan(20);
        assertThat(catalogue.search("DEAD living")).extracting(DemoTitle::title).contains("Night of the Living Dead");
        assertThat(catalogue.search("zzzzqqqq")).isEmpty();
        assertThat(catalogue.search("spider-man")).isEmpty();
    }

    @Test
    @DisplayName("similar titles are of the same kind and share a genre")
    void similar() {
        var film = catalogue.find(MediaType.MOVIE, 10331).orElseThrow();
        assertThat(catalogue.similarTo(film))
                .isNotEmpty()
                .doesNotContain(film)
                .allSatisfy(other -> assertThat(other.genres()).containsAnyElementsOf(film.genres()));
    }
}
