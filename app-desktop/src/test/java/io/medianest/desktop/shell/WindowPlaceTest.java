package io.medianest.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.LocalSettings.Place;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
    private static final List<Rectangle2D> TWO_SCREENS =
            List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

    @ParameterizedTest
    @CsvSource({
        "on the first screen, 100, 100, true",
        "on the second, 2000, 40, true",
        "over both, 1500, 0, true",
        "a little above the edge, 100, -8, true",
        "on a third that was unplugged, 3300, 100, false",
        "left of everything, -1400, 100, false",
        "with only its foot in sight, 100, -700, false",
        "with only its upper edge below the screen, 100, 1079, false",
        "where Windows keeps what is minimised, -32000, -32000, false",
        "nowhere at all, NaN, NaN, false"
    })
    @DisplayName("a window is put back only where somebody can take hold of it")
    void reach(String where, double x, double y, boolean reached) {
        assertThat(WindowPlace.reachable(new Place(x, y, 1440, 900, false), TWO_SCREENS)
                        .isPresent())
                .as(where)
                .isEqualTo(reached);
    }

    @Test
    @DisplayName("a window is never larger than the screen it is put back on")
    void size() {
        assertThat(WindowPlace.reachable(new Place(2000, 40, 1e9, 1e9, true), TWO_SCREENS))
                .contains(new Place(1920, 0, 1280, 1024, true));
        assertThat(WindowPlace.reachable(new Place(-1e6, 40, 1e9, 900, false), TWO_SCREENS))
                .isEmpty();
        assertThat(WindowPlace.reachable(new Place(100, 100, Double.NaN, 900, false), TWO_SCREENS))
                .isEmpty();
        assertThat(WindowPlace.reachable(new Place(100, 100, 1440, Double.NaN, false), TWO_SCREENS))
                .isEmpty();
    }

    @Test
    @DisplayName("on a screen that has become smaller, a window is moved into it; over two screens it stays")
    void smallerScreen() {
        var smaller = List.of(new Rectangle2D(0, 0, 1600, 900));
        assertThat(WindowPlace.reachable(new Place(480, 180, 1440, 900, false), smaller))
                .contains(new Place(160, 0, 1440, 900, false));
        assertThat(WindowPlace.reachable(new Place(-30, -8, 1440, 600, false), smaller))
                .contains(new Place(0, 0, 1440, 600, false));
        assertThat(WindowPlace.reachable(new Place(1500, 0, 1440, 900, false), TWO_SCREENS))
                .contains(new Place(1500, 0, 1440, 900, false));
    }

    @Test
    @DisplayName("a window as high as a scaled screen fits into it, whatever is lost in calculating that")
    void scaledScreen() {
        var scaled = new Rectangle2D(0, 1 / 1.25, 1600, 640 / 1.25);
        assertThat(scaled.getMaxY() - scaled.getHeight()).isLessThan(scaled.getMinY());
        assertThat(WindowPlace.reachable(new Place(0, 20, 1000, 2000, false), List.of(scaled)))
                .contains(new Place(0, scaled.getMinY(), 1000, scaled.getHeight(), false));
    }
}
