package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakePictures;
import io.medianest.desktop.FxToolkit;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PosterGridTest {
    private static final int MANY = 10_000;

    private final List<String> opened = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private final List<Integer> nearEnd = new ArrayList<>();
    private final PosterGrid grid = FxToolkit.call(() -> new PosterGrid(
            "grid",
            new Texts(Locale.UK, Clock.systemUTC()),
            new PictureStore(new FakePictures(), _ -> {}, Runnable::run)));
    private final Stage stage = FxToolkit.call(Stage::new);

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            grid.setOnOpen(poster -> opened.add(poster.title()));
            grid.setOnRequest(poster -> requested.add(poster.title()));
            grid.setOnNearEnd(() -> nearEnd.add(grid.items().size()));
            grid.items()
                    .setAll(IntStream.range(0, MANY)
                            .mapToObj(PosterGridTest::poster)
                            .toList());
            stage.setScene(new Scene(grid, 1000, 700));
            stage.show();
            grid.requestFocus();
        });
        FxToolkit.awaitFrames();
    }

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    private static Poster poster(int number) {
        var key = new TitleKey(MediaType.MOVIE, Integer.toString(number));
        return new Poster(key, "Title " + number, "1927", null, null, number % 2 == 0);
    }

    private void press(KeyCode code) {
        FxToolkit.run(() ->
                Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        FxToolkit.awaitFrames();
    }

    private int cards() {
        return FxToolkit.call(() -> grid.lookupAll(".poster-card").size());
    }

    @Test
    @DisplayName("of ten thousand titles only those in sight exist")
    void virtual() {
        assertThat(cards()).isBetween(10, 40);
        press(KeyCode.END);
        assertThat(cards()).isBetween(10, 40);
    }

    @Test
    @DisplayName("arrows move by one and by a row, Enter opens")
    void keyboard() {
        press(KeyCode.RIGHT);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        press(KeyCode.HOME);
        press(KeyCode.ENTER);

        assertThat(opened).containsExactly("Title 6", "Title 0");
    }

    @Test
    @DisplayName("who comes by keyboard sees where they stand")
    void marked() {
        assertThat(markedCards()).isZero();
        FxToolkit.run(grid::enter);
        assertThat(markedCards()).isOne();
        press(KeyCode.RIGHT);
        assertThat(markedCards()).isOne();
    }

    private long markedCards() {
        return FxToolkit.call(() -> grid.lookupAll(".poster-card").stream()
                .filter(card -> card.getPseudoClassStates().contains(PseudoClass.getPseudoClass("active")))
                .count());
    }

    @Test
    @DisplayName("R asks for a title, unless that makes no sense")
    void request() {
        press(KeyCode.R);
        press(KeyCode.RIGHT);
        press(KeyCode.R);

        assertThat(requested).containsExactly("Title 0");
    }

    @Test
    @DisplayName("asks for more once when the end comes into sight")
    void more() {
        assertThat(nearEnd).isEmpty();
        press(KeyCode.END);
        press(KeyCode.UP);

        assertThat(nearEnd).containsExactly(MANY);
    }
}
