package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.LiveState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the places look like before anything has been answered, and when nothing can be.
class StatesScreenshotTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final Map<String, Route> places = new LinkedHashMap<>();
    private Stage stage = FxToolkit.call(Stage::new);

    StatesScreenshotTest() {
        places.put("home", new Route.Home());
        places.put("search", new Route.Search());
        places.put("details", new Route.Details(api.title("Metropolis").key()));
        places.put("requests", new Route.Requests(null));
        places.put("downloads", new Route.Downloads(null));
        places.put("library", new Route.Library(null));
        places.put("status", new Route.Status());
        places.put("notifications", new Route.Notifications());
    }

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    private Wiring open(Executor io) {
        return FxToolkit.call(() -> {
            var wiring = new Wiring(
                    new Wiring.Outside(api, events, new FakePictures(), _ -> {}),
                    new Wiring.Threads(io, Runnable::run, _ -> {}),
                    new LocalSettings(new MemoryPreferences()),
                    CLOCK);
            wiring.start();
            var scene = new Scene(
                    wiring.shell(new Texts(Shots.LANGUAGE, CLOCK)).create(), Shots.WIDE.width(), Shots.WIDE.height());
            new Theme().dress(scene);
            stage.setScene(scene);
            stage.show();
            events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 3, 1));
            return wiring;
        });
    }

    private void photographAll(Wiring wiring, String state, String mark) {
        places.forEach((name, route) -> {
            FxToolkit.run(() -> wiring.navigator().go(route));
            photograph(name + "-" + state);
            assertThat(FxToolkit.call(() -> seen(mark))).as(name).isPositive();
            assertThat(FxToolkit.call(this::overlap)).as(name).isNotPositive();
        });
    }

    private void photograph(String name) {
        if (Shots.WHOLE_MATRIX) {
            Shots.takeAll(stage, Shots.sizes(), "states/" + name);
            return;
        }
        FxToolkit.awaitFrames();
        FxToolkit.run(() -> Shots.take(stage, 1, "states/" + name));
    }

    /// How far the place reaches over the search field above it.
    private double overlap() {
        Node room = stage.getScene().getRoot().lookup(".front");
        Node place = room instanceof Pane pane ? pane.getChildren().getFirst() : room;
        return room.localToScene(0, 0).getY()
                - place.localToScene(place.getLayoutBounds()).getMinY();
    }

    private long seen(String query) {
        return stage.getScene().getRoot().lookupAll(query).stream()
                .filter(StatesScreenshotTest::isVisible)
                .count();
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    @Test
    @DisplayName("as long as nothing is answered, every place shows where it will stand")
    void loading() {
        photographAll(open(_ -> {}), "loading", ".skeleton");
    }

    @Test
    @DisplayName("where everything fails, every place says so and what can be done")
    void failed() {
        ApiException problem = FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE);
        api.failWith(problem);
        api.downloads.failWith(problem);
        api.library.failWith(problem);
        api.notifications.failWith(problem);
        photographAll(open(Runnable::run), "failed", "#retry");
    }

    @Test
    @DisplayName("copies say how old they are, and what nothing was found for says what to do")
    void copiesAndNothing() {
        api.library.becomeStale();
        Wiring wiring = open(Runnable::run);
        FxToolkit.run(() -> wiring.navigator().go(new Route.Library("1")));
        photograph("library-stale");
        assertThat(FxToolkit.call(() -> seen(".stale-line"))).isPositive();

        FxToolkit.run(() -> {
            assertThat(stage.getScene().lookup("#search-field"))
                    .isInstanceOfSatisfying(TextField.class, field -> field.setText("no such film"));
            wiring.navigator().go(new Route.Search());
        });
        photograph("search-empty");
        assertThat(FxToolkit.call(() -> seen(".state-box"))).isPositive();
    }
}
