package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The first start on a machine where nothing is set: the [DemoWindow], but with a household that is still empty.
class FirstRunErrandTest {
    @TempDir
    private Path directory;

    private DemoWindow window;
    private FxRobot robot;

    @BeforeEach
    void open() throws TimeoutException {
        window = DemoWindow.ofStranger(directory.resolve("own"));
        robot = window.robot();
        window.until("the first steps are shown", () -> window.shows("#setup"));
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    @DisplayName("the demo can be tried from the first step, and left again")
    void demo() {
        window.photograph("errand-first-run");
        window.until("the demo is offered", () -> window.shows("#setup-demo"));
        robot.clickOn("#setup-demo");
        window.untilBack();

        robot.clickOn("#rail-settings");
        window.until("the sections are listed", () -> window.shows("#settings-devices"));
        robot.clickOn("#settings-devices");
        window.until("it says that this is the demo", () -> window.shows("#visit-leave"));
        window.photograph("errand-leave-demo");
        robot.clickOn("#visit-leave");
        window.until("the first steps are back", () -> window.shows("#setup"));
        assertThat(window.isLiveDemo()).isFalse();
    }

    @Test
    @DisplayName("a service is set and tried, the steps are walked through, and the window is ready")
    void steps() {
        window.until("Plex can be set", () -> window.shows("#set-plex-url"));
        robot.clickOn("#set-plex-url").write("127.0.0.1:1").push(KeyCode.TAB);
        robot.write("no token of anybody").push(KeyCode.TAB);
        window.until("the address is completed", () -> window.says("Saved as http://127.0.0.1:1"));
        window.until("it says that nobody answers", () -> window.says("Not reachable"));
        window.photograph("errand-first-run-problem");
        next();
        window.until("where downloads go is next", () -> window.says("Step 2 of 3"));
        window.photograph("errand-first-run-downloads");
        next();
        window.until("the house is next", () -> window.says("Step 3 of 3"));
        assertThat(window.shows("#setup-skip")).isFalse();
        window.photograph("errand-first-run-share");
        next();
        window.until("home is shown", () -> window.shows("#home-requests"));
    }

    private void next() {
        robot.clickOn("#setup-next");
        // Nothing shall look as if it were pointed at.
        robot.moveTo("#connection");
    }
}
