package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The main job as a person does it: the real window, the real server inside it, the demo's stand-ins around it. Also
/// photographs the screens, into `target/screenshots/main-job` or wherever `medianest.screenshots` says.
class MainJobTest {
    private static final Path PICTURES =
            Path.of(System.getProperty("medianest.screenshots", "target/screenshots/main-job"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILM = "The Passion of Joan of Arc";

    @TempDir
    private Path data;

    private final FxRobot robot = new FxRobot();
    private Application app;
    private Stage stage;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.start();
        stage = org.testfx.api.FxToolkit.registerStage(Stage::new);
        app = org.testfx.api.FxToolkit.setupApplication(
                DesktopApp.class, "--demo", "--server.port=0", "--server.host=127.0.0.1", "--data.dir=" + data);
    }

    @AfterEach
    void close() throws TimeoutException {
        org.testfx.api.FxToolkit.cleanupApplication(app);
        org.testfx.api.FxToolkit.cleanupStages();
    }

    @Test
    @DisplayName("type a query, open a title, ask for it, and see it become available without doing anything more")
    void mainJob() {
        until("the window is live", () -> shows("#demo") && text("#connection").contains("Live"));
        robot.interact(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        look("dark");
        photograph("home-dark");

        robot.clickOn("#search-field").write("the");
        until("the search shows titles", () -> shows(".poster-card") && says("titles"));
        photograph("search-dark");
        robot.clickOn("#search-field").push(KeyCode.SHORTCUT, KeyCode.A).write("joan of arc");
        until("the film is found", () -> card().isPresent() && posters() == 1);
        robot.clickOn(card().orElseThrow());

        until("the film's page is there", () -> says(FILM) && shows("#ask"));
        robot.clickOn("#ask");
        until("it can be asked for", () -> shows("#ask-send"));
        robot.clickOn("#ask-comment").write("For Saturday, please.");
        robot.clickOn("#ask-send");

        until("the request shows on the page", () -> shows("#request-card"));
        until("it is being downloaded", () -> says("Downloading"));
        photograph("details-dark");
        until("it is in the library, and can be opened there", () -> shows("#open-in-plex"));
        photograph("details-available-dark");

        robot.clickOn("#rail-requests");
        until("the request is in the list", () -> says(FILM) && says("In the library"));
        robot.clickOn("#rail-status");
        until(
                "the services are shown",
                () -> shows("#service-overseerr") && text("#service-overseerr").contains("Online"));
        photograph("status-dark");
        everyScreenInLight();
    }

    private void everyScreenInLight() {
        look("light");
        robot.clickOn("#rail-requests");
        until("the requests are shown", () -> says(FILM));
        photograph("requests-light");
        robot.clickOn("#rail-home");
        until("the first page is shown", () -> shows("#home-requests"));
        photograph("home-light");
        robot.clickOn("#rail-status");
        photograph("status-light");
        robot.clickOn("#rail-search");
        photograph("search-light");
    }

    private void look(String theme) {
        robot.clickOn("#rail-settings");
        until("the settings are shown", () -> shows("#settings-theme"));
        robot.clickOn(theme.equals("dark") ? "#settings-theme-1" : "#settings-theme-2");
        robot.clickOn("#rail-home");
    }

    private Set<Node> seen(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(node -> node.getScene() != null && node.isVisible() && treeVisible(node))
                .collect(Collectors.toSet());
    }

    private static boolean treeVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean shows(String query) {
        return !seen(query).isEmpty();
    }

    private boolean says(String words) {
        return seen(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.getText() != null
                        && label.getText().contains(words));
    }

    private String text(String query) {
        return seen(query).stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(node -> node instanceof Label label ? String.valueOf(label.getText()) : "")
                .collect(Collectors.joining(" "));
    }

    private Optional<Node> card() {
        return seen(".poster-card").stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(FILM))
                .findFirst();
    }

    private long posters() {
        return seen(".poster-card").stream()
                .filter(node -> node.getAccessibleText() != null)
                .count();
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!FxToolkit.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /// Pictures arrive after the screen that shows them: waits until no title stands in for one any more.
    private void photograph(String name) {
        until("all pictures are there", () -> seen(".picture-name").isEmpty());
        FxToolkit.awaitFrames();
        var image =
                FxToolkit.call(() -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null));
        try {
            Files.createDirectories(PICTURES);
            assertThat(ImageIO.write(
                            image, "png", PICTURES.resolve(name + ".png").toFile()))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
