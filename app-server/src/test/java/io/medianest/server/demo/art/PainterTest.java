package io.medianest.server.demo.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PainterTest {
    private final Painter painter = new Painter();

    @ParameterizedTest
    @EnumSource(Motif.class)
    @DisplayName("every motif gives a picture with light and shadow, as a poster and as a backdrop")
    void motifs(Motif motif) {
        var look = new Look(motif, 200, Look.Tone.VIVID);
        var poster = painter.paint(new Subject.Poster("A Title", "A Director", look, List.of("Drama")), 92, 138);
        var backdrop = painter.paint(new Subject.Backdrop("A Title", look), 160, 90);
        assertThat(colours(poster)).isGreaterThan(500);
        assertThat(colours(backdrop)).isGreaterThan(500);
    }

    @Test
    @DisplayName("the same subject gives the same picture, another title another")
    void deterministic() {
        var look = new Look(Motif.FOREST, 120, Look.Tone.MUTED);
        var one = painter.paint(new Subject.Poster("One", "", look, List.of()), 92, 138);
        var again = painter.paint(new Subject.Poster("One", "", look, List.of()), 92, 138);
        var other = painter.paint(new Subject.Poster("Two", "", look, List.of()), 92, 138);
        assertThat(pixels(one)).isEqualTo(pixels(again)).isNotEqualTo(pixels(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "A very long title that goes on and on and does not know when to stop because nobody ever told it to"
            })
    @DisplayName("any title can be set")
    void anyTitle(String title) {
        var look = new Look(Motif.STARS, 40, Look.Tone.SILVER);
        var poster = painter.paint(new Subject.Poster(title, title, look, List.of("Crime")), 185, 278);
        assertThat(poster.getHeight()).isEqualTo(278);
    }

    @Test
    @DisplayName("people look different from one another")
    void portraits() {
        var one = painter.paint(new Subject.Portrait("Buster Keaton"), 92, 138);
        var other = painter.paint(new Subject.Portrait("Greta Schröder"), 92, 138);
        assertThat(pixels(one)).isNotEqualTo(pixels(other));
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(pixels(image)).distinct().count();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
