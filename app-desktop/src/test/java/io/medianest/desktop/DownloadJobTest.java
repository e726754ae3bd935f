package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Downloading as a person does it in the [DemoWindow], with the keyboard alone.
class DownloadJobTest {
    private static final String VIDEO = "https://www.youtube.com/watch?v=WhWc3b3KhnY";
    private static final String PLAYLIST = "https://www.youtube.com/playlist?list=PLlighthouses";
    private static final String PRIVATE = "https://www.youtube.com/watch?v=PRIVATE0001";
    private static final int STOPS = 60;

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
    @DisplayName("paste a link, press Enter, pause and go on, and see it arrive; then a whole playlist")
    void downloadJob() {
        window.look("dark");
        tabTo("rail-downloads");
        robot.push(KeyCode.SPACE);
        window.until("there is nothing yet", () -> window.says("Nothing downloaded yet"));

        paste(PRIVATE);
        window.until("it says why this cannot be had", () -> window.says("The video is private."));
        robot.push(KeyCode.ESCAPE);

        paste(VIDEO);
        window.until("the video is found", () -> window.shows("#download-found-title"));
        window.photograph("downloads-found-dark");
        robot.push(KeyCode.ENTER);
        window.until("it runs", () -> window.text("#download-list").contains(" % · "));
        tabTo("download-list");
        robot.push(KeyCode.SPACE);
        window.until("it is paused", () -> window.says("Paused at") && offers("download-resume-"));
        robot.push(KeyCode.SPACE);
        window.until("it goes on", () -> !window.says("Paused at") && offers("download-pause-"));

        paste(PLAYLIST);
        window.until("the playlist is found", () -> window.shows("#download-picks"));
        robot.push(KeyCode.ENTER);
        window.until(
                "its videos are on their way",
                () -> window.text("#download-list").contains("waiting"));
        tabTo("download-list");
        robot.push(KeyCode.RIGHT);
        window.until("its videos are shown", () -> parts() > 2);
        window.photograph("downloads-playlist-dark");
        robot.push(KeyCode.LEFT);
        window.until("they are not any more", () -> parts() == 0);
        window.until("the video is there", () -> window.says("Completed · "));
        robot.moveTo("#connection");
        window.until("nothing lies over the list", () -> !window.shows(".toast"));
        window.photograph("downloads-dark");

        paste(VIDEO);
        window.until("the video is found again", () -> window.shows("#download-found-title"));
        robot.push(KeyCode.ENTER);
        window.until("it says that it is there", () -> window.shows("#download-show-it"));
        assertThat(window.shows("#download-again")).isTrue();
    }

    private boolean offers(String button) {
        return window.seen(".mn-button").stream()
                .anyMatch(node -> String.valueOf(node.getId()).startsWith(button) && !node.isDisabled());
    }

    private long parts() {
        return window.seen(".download-row").stream()
                .filter(row -> row.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("part")))
                .count();
    }

    private void paste(String link) {
        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putString(link);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
    }

    private void tabTo(String id) {
        for (int stop = 0; stop < STOPS; stop++) {
            Node focused = FxToolkit.call(() -> window.stage().getScene().getFocusOwner());
            if (focused != null && id.equals(focused.getId())) {
                return;
            }
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id);
    }
}
