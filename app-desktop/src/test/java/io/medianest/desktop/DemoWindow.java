package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The real window, the real server inside it, the demo's stand-ins around it; a person's hands and eyes on it.
final class DemoWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// A whole server starts, with a household around it, on a machine that may have much else to do.
    private static final Duration PATIENCE_WITH_START = Duration.ofMinutes(3);

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Application app;
    private final FxWatchdog watchdog;

    /// Opens it and waits until it is live.
    ///
    /// @param data an empty data directory
    DemoWindow(Path data, int width, int height) throws TimeoutException {
        this(width, height, "--demo", "--server.port=0", "--server.host=127.0.0.1", "--data.dir=" + data);
        until(PATIENCE_WITH_START, "the window is live", this::isLiveDemo);
    }

    private DemoWindow(int width, int height, String... arguments) throws TimeoutException {
        FxToolkit.start();
        // As on a machine where this program was never started.
        forgetWhatWasChosen();
        stage = org.testfx.api.FxToolkit.registerStage(Stage::new);
        app = org.testfx.api.FxToolkit.setupApplication(DesktopApp.class, arguments);
        watchdog = FxWatchdog.begin();
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        assertThat(isWithinReach(width, height))
                .as("the pointer reaches all of a window of %d × %d", width, height)
                .isTrue();
    }

    /// A pointer on a real display stops at its edge; one that is drawn in memory goes anywhere.
    private static boolean isWithinReach(int width, int height) {
        Rectangle2D screen = FxToolkit.call(() -> Screen.getPrimary().getBounds());
        return "Headless".equals(System.getProperty("glass.platform"))
                || (screen.getWidth() >= width && screen.getHeight() >= height);
    }

    /// Opens one that knows nothing of any household yet.
    ///
    /// @param data an empty data directory
    static DemoWindow ofStranger(Path data) throws TimeoutException {
        return new DemoWindow(
                1440, 900, "--server.port=0", "--server.host=127.0.0.1", "--server.mdns=false", "--data.dir=" + data);
    }

    /// Opens one that is a window of another MediaNest.
    ///
    /// @param data an empty data directory
    static DemoWindow of(URI server, Path data) throws TimeoutException {
        return new DemoWindow(1440, 900, "--connect=" + server, "--data.dir=" + data);
    }

    private static void forgetWhatWasChosen() {
        try {
            Preferences.userRoot().node("io/medianest/desktop").clear();
        } catch (BackingStoreException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether it shows the demo, and is up to date.
    boolean isLiveDemo() {
        return shows("#demo") && text("#connection").contains("Live");
    }

    @Override
    public void close() throws TimeoutException {
        watchdog.close();
        org.testfx.api.FxToolkit.cleanupApplication(app);
        org.testfx.api.FxToolkit.cleanupStages();
        assertThat(watchdog.blocks()).as("the FX thread must not be held up").isEmpty();
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    /// Chooses a look in the settings and goes home.
    void look(String theme) {
        robot.clickOn("#rail-settings");
        until("the sections are listed", () -> shows("#settings-appearance"));
        robot.clickOn("#settings-appearance");
        until("the settings are shown", () -> shows("#settings-theme"));
        robot.clickOn(theme.equals("dark") ? "#settings-theme-1" : "#settings-theme-2");
        robot.clickOn("#rail-home");
        // Nothing shall look as if it were pointed at.
        robot.moveTo("#connection");
    }

    /// What a person sees of these.
    Set<Node> seen(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(node -> node.getScene() != null && treeVisible(node))
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

    boolean shows(String query) {
        return !seen(query).isEmpty();
    }

    boolean says(String words) {
        return seen(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.getText() != null
                        && label.getText().contains(words));
    }

    String text(String query) {
        return seen(query).stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(node -> node instanceof Label label ? String.valueOf(label.getText()) : "")
                .collect(Collectors.joining(" "));
    }

    /// Waits until a server that was started anew is shown.
    void untilBack() {
        until(PATIENCE_WITH_START, "it is back", this::isLiveDemo);
    }

    void until(String what, BooleanSupplier condition) {
        until(PATIENCE, what, condition);
    }

    /// As [#until], for what is not seen in the window: the FX thread is not asked.
    void untilOutside(String what, BooleanSupplier condition) {
        poll(PATIENCE, what, condition);
    }

    private void until(Duration patience, String what, BooleanSupplier condition) {
        poll(patience, what, () -> FxToolkit.call(condition::getAsBoolean));
    }

    private void poll(Duration patience, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                snap("failed");
                throw new AssertionError("did not come true: " + what + "; failed.png shows what there is instead");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /// Pictures arrive after the screen that shows them: waits until no title stands in for one any more.
    void photograph(String name) {
        until("all pictures are there", () -> seen(".picture-name").stream().allMatch(node -> node.getOpacity() == 0));
        snap(name);
    }

    /// As [#photograph(String)], whatever pictures are still missing: while services are ill, some may be.
    void snap(String name) {
        if (!Shots.WHOLE_MATRIX) {
            FxToolkit.awaitFrames();
            FxToolkit.run(() -> Shots.take(stage, 1, name));
            return;
        }
        Shots.takeAll(stage, Shots.sizes(), name);
    }
}
