package io.medianest.desktop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The main job as a person does it in the [DemoWindow]. Also photographs the screens.
class MainJobTest {
    private static final String FILM = "The Passion of Joan of Arc";

    @TempDir
    private Path data;

    private DemoWindow window;
    private FxRobot robot;

    @BeforeEach
    void open() throws TimeoutException {
        window = new DemoWindow(data, 1440, 900);
        robot = window.robot();
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    @DisplayName("type a query, open a title, ask for it, and see it become available without doing anything more")
    void mainJob() {
        window.look("dark");
        window.photograph("home-dark");

        robot.clickOn("#search-field").write("the");
        window.until("the search shows titles", () -> window.shows(".poster-card") && window.says("titles"));
        window.photograph("search-dark");
        robot.clickOn("#search-field").push(KeyCode.SHORTCUT, KeyCode.A).write("joan of arc");
        window.until("the film is found", () -> card().isPresent() && posters() == 1);
        robot.clickOn(card().orElseThrow());

        window.until("the film's page is there", () -> window.says(FILM) && window.shows("#ask"));
        robot.clickOn("#ask");
        window.until("it can be asked for", () -> window.shows("#ask-send"));
        window.until("Enter would ask for it", () -> hasKeys("#ask-send"));
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        window.until("a word can be written", () -> hasKeys("#ask-comment"));
        robot.write("For Saturday, please.").push(KeyCode.TAB);
        window.until("Enter would ask for it again", () -> hasKeys("#ask-send"));
        robot.push(KeyCode.ENTER);

        window.until("the request shows on the page", () -> window.shows("#request-card"));
        window.until("it is being downloaded", () -> window.says("Downloading"));
        robot.moveTo("#connection");
        window.photograph("details-dark");
        window.until("it is in the library, and can be opened there", () -> window.shows("#open-in-plex"));
        window.photograph("details-available-dark");

        robot.clickOn("#rail-requests");
        window.until("the request is in the list", () -> window.says(FILM) && window.says("In the library"));
        robot.clickOn("#rail-status");
        window.until(
                "the services are shown",
                () -> window.shows("#service-overseerr")
                        && window.text("#service-overseerr").contains("Online"));
        window.until(
                "their past is drawn", () -> window.text("#service-overseerr").contains(" %"));
        window.photograph("status-dark");
        everyScreenInLight();
    }

    private void everyScreenInLight() {
        window.look("light");
        robot.clickOn("#rail-requests");
        window.until("the requests are shown", () -> window.says(FILM));
        window.photograph("requests-light");
        robot.clickOn("#rail-home");
        window.until("the first page is shown", () -> window.shows("#home-requests"));
        window.photograph("home-light");
        robot.clickOn("#rail-status");
        window.photograph("status-light");
        robot.clickOn("#rail-search");
        window.photograph("search-light");
    }

    private boolean hasKeys(String query) {
        return window.seen(query).stream().anyMatch(Node::isFocused);
    }

    private Optional<Node> card() {
        return window.seen(".poster-card").stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(FILM))
                .findFirst();
    }

    private long posters() {
        return window.seen(".poster-card").stream()
                .filter(node -> node.getAccessibleText() != null)
                .count();
    }
}
