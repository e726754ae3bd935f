package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.QueuedExecutor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PosterGridTest {
    private static final int MANY = 10_000;
    /// What a window of this size can show, with the rows that are kept for the next movement.
    private static final int AT_MOST = 40;

    private final List<String> opened = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private final List<Integer> nearEnd = new ArrayList<>();
    private final List<Integer> lastInSight = new ArrayList<>();
    private final QueuedExecutor io = new QueuedExecutor();
    private final List<String> fetched = new ArrayList<>();
    private final PictureStore pictures = new PictureStore(this::picture, io, Runnable::run, _ -> {}, 4L << 20);
    private final ObservableList<@Nullable Poster<Integer>> posters = FXCollections.observableArrayList();
    private final PosterGrid<Integer> grid =
            FxToolkit.call(() -> new PosterGrid<>("grid", new Texts(Locale.UK, Clock.systemUTC()), pictures));
    private final Stage stage = FxToolkit.call(Stage::new);

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            grid.setOnOpen(poster -> opened.add(poster.title()));
            grid.setOnRequest(poster -> requested.add(poster.title()));
            grid.setOnNearEnd(() -> nearEnd.add(grid.items().size()));
            grid.setOnInSight((_, last) -> lastInSight.add(last));
            posters.setAll(
                    IntStream.range(0, MANY).mapToObj(PosterGridTest::poster).toList());
            grid.setItems(posters);
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

    private byte[] picture(String address) {
        fetched.add(address);
        return PictureStoreTest.PNG;
    }

    private static Poster<Integer> poster(int number) {
        return new Poster<>(number, "Title " + number, "1927", "/poster/" + number, null, number % 2 == 0);
    }

    private void press(KeyCode code) {
        press(code, false);
    }

    private void press(KeyCode code, boolean shift) {
        fire(KeyEvent.KEY_PRESSED, "", code, shift);
    }

    private void type(String letters) {
        letters.chars()
                .forEach(letter -> fire(KeyEvent.KEY_TYPED, Character.toString(letter), KeyCode.UNDEFINED, false));
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code, boolean shift) {
        FxToolkit.run(() -> Event.fireEvent(grid, new KeyEvent(type, character, "", code, shift, false, false, false)));
        FxToolkit.awaitFrames();
    }

    private int cards() {
        return FxToolkit.call(() -> grid.lookupAll(".poster-card").size());
    }

    private void fetchAll() {
        while (FxToolkit.call(io::size) > 0) {
            FxToolkit.run(io::runNext);
        }
    }

    /// Without the one of a card below the pointer, wherever that is.
    private List<Button> asks() {
        return FxToolkit.call(() -> grid.lookupAll(".poster-card").stream()
                .filter(card -> !card.isHover())
                .flatMap(card -> card.lookupAll("#poster-request").stream())
                .filter(Node::isVisible)
                .map(Button.class::cast)
                .toList());
    }

    @Test
    @DisplayName("the card that the keys act on offers to ask for its title, if that can be asked for")
    void offersToAsk() {
        press(KeyCode.HOME);
        press(KeyCode.RIGHT);
        assertThat(asks()).isEmpty();

        press(KeyCode.RIGHT);
        assertThat(asks()).hasSize(1);
        FxToolkit.run(() -> asks().getFirst().fire());
        assertThat(requested).containsExactly("Title 2");
    }

    @Test
    @DisplayName("of ten thousand titles only those in sight exist, wherever one goes")
    void virtual() {
        assertThat(cards()).isBetween(10, AT_MOST);
        press(KeyCode.END);
        assertThat(cards()).isBetween(10, AT_MOST);
        press(KeyCode.PAGE_UP);
        press(KeyCode.HOME);
        assertThat(cards()).isBetween(10, AT_MOST);
    }

    @Test
    @DisplayName("scrolling through ten thousand posters keeps few pictures, and fetches none of those that flew by")
    void bounded() {
        fetchAll();
        int inSight = fetched.size();
        assertThat(inSight).isLessThanOrEqualTo(AT_MOST);
        for (int i = 0; i < 40; i++) {
            FxToolkit.run(() -> Event.fireEvent(
                    grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, false, false, false)));
            FxToolkit.run(() -> stage.getScene().getRoot().layout());
            assertThat(FxToolkit.call(pictures::awaited)).isLessThanOrEqualTo(AT_MOST);
        }
        fetchAll();
        // Those that had been begun, and those in sight now.
        assertThat(fetched).hasSizeLessThanOrEqualTo(inSight + 8 + AT_MOST);
        assertThat(FxToolkit.call(pictures::keptBytes)).isLessThanOrEqualTo(4L << 20);
        assertThat(FxToolkit.call(this::picturesHeld)).isLessThanOrEqualTo(AT_MOST);
    }

    /// Pictures that the nodes of the grid hold, in sight or not.
    private int picturesHeld() {
        Set<Object> held = grid.lookupAll(".image-view").stream()
                .map(node -> ((ImageView) node).getImage())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return held.size();
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
    @DisplayName("letters go to the title that begins with them")
    void letters() {
        FxToolkit.run(() -> posters.set(7_000, new Poster<>(7_000, "Metropolis", "1927", null, null, false)));
        type("met");
        press(KeyCode.ENTER);

        assertThat(opened).containsExactly("Metropolis");
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
    @DisplayName("Enter with Shift asks for a title, unless that makes no sense")
    void request() {
        press(KeyCode.ENTER, true);
        press(KeyCode.RIGHT);
        press(KeyCode.ENTER, true);

        assertThat(requested).containsExactly("Title 0");
        assertThat(opened).isEmpty();
    }

    @Test
    @DisplayName("asks for more once when the end comes into sight")
    void more() {
        assertThat(nearEnd).isEmpty();
        press(KeyCode.END);
        press(KeyCode.UP);

        assertThat(nearEnd).containsExactly(MANY);
    }

    @Test
    @DisplayName("titles on their way have their place, and it is told when that comes into sight")
    void awaited() {
        FxToolkit.run(() -> posters.set(MANY - 1, null));
        press(KeyCode.END);
        assertThat(lastInSight).last().isEqualTo(MANY - 1);
        press(KeyCode.ENTER);
        assertThat(opened).isEmpty();

        FxToolkit.run(() -> posters.set(MANY - 1, poster(MANY - 1)));
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly("Title 9999");
    }
}
