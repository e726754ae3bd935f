package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// What the keeper of a household does in the [DemoWindow]: all in one window, each errand complete in itself.
class HouseholdErrandsTest {
    private static final Pattern CONTROL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/control");

    @TempDir
    private static Path data;

    private static DemoWindow window;
    private static FxRobot robot;

    @BeforeAll
    static void open() throws TimeoutException {
        window = new DemoWindow(data, 1440, 900);
        robot = window.robot();
        window.look("dark");
    }

    /// However an errand ended, the next one finds the services well.
    @AfterEach
    void calm() {
        try (var guest = guest()) {
            mood(guest, "overseerr", "normal");
            mood(guest, "tmdb", "normal");
        }
    }

    @AfterAll
    static void close() throws TimeoutException {
        window.close();
    }

    /// Somebody else, who goes where the card about other devices says.
    private static DemoGuest guest() {
        robot.clickOn("#devices");
        window.until("the address is shown", () -> !label("#devices-address").isEmpty());
        String address = FxToolkit.call(() -> label("#devices-address"));
        leaveDevices();
        return new DemoGuest(URI.create(address));
    }

    private static void leaveDevices() {
        robot.push(KeyCode.ESCAPE);
        window.until("the card is gone", () -> !window.shows("#devices-card"));
    }

    private static String label(String query) {
        return window.seen(query).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    /// Has one of the demo's services behave like this, on the page that the server's log names.
    private static void mood(DemoGuest guest, String service, String mood) {
        try {
            String log = Files.readString(data.resolve("logs").resolve("medianest.log"));
            String control = CONTROL.matcher(log)
                    .results()
                    .map(found -> found.group())
                    .reduce((_, last) -> last)
                    .orElseThrow();
            guest.press(URI.create(control + "/" + service + "/" + mood));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Node> button(String id) {
        return window.seen(".button").stream()
                .filter(Button.class::isInstance)
                .filter(node -> node.getId() != null && node.getId().matches(id) && !node.isDisabled())
                .findFirst();
    }

    private static void press(String id) {
        window.until("there is " + id, () -> button(id).isPresent());
        robot.clickOn(FxToolkit.call(() -> middle(button(id).orElseThrow())));
    }

    /// A place instead of a node to click on: lists and rows of buttons are filled anew at any time.
    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static void open(String section) {
        robot.clickOn("#rail-settings");
        choose("#settings-" + section);
    }

    private static void choose(String query) {
        window.until("there is " + query, () -> window.shows(query));
        robot.clickOn(query);
    }

    @Test
    @DisplayName("somebody asks for two films: one is approved, the other denied with a reason that they can read")
    void decide() {
        try (var guest = guest()) {
            guest.signInWithPlex();
            var first = guest.look("nosferatu");
            var second = guest.look("metropolis");
            // While Overseerr is away it cannot decide by itself.
            mood(guest, "overseerr", "gone");
            guest.askFor(first);
            guest.askFor(second);
            robot.clickOn("#rail-requests");
            choose("#request-scope-1");
            look(first.title());
            window.snap("errand-approve");
            press("request-panel-approve");
            window.until("it is approved", () -> window.text("#request-panel").contains("Approved"));
            look(second.title());
            press("request-panel-deny");
            robot.write("Too big for the disk just now");
            press("request-panel-reason-send");
            window.until("it is denied", () -> window.text("#request-panel").contains("Too big for the disk just now"));
            window.snap("errand-deny");
            assertThat(guest.read("media/requests?status=denied")
                            .at("/requests/0/reason")
                            .asText())
                    .isEqualTo("Too big for the disk just now");
        }
    }

    private static Optional<Node> row(String title) {
        return window.seen(".request-cell").stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(title))
                .findFirst();
    }

    /// Not what else says its title: a toast, for example.
    private static void look(String title) {
        window.until(title + " is listed", () -> row(title).isPresent());
        robot.clickOn(FxToolkit.call(() -> middle(row(title).orElseThrow().lookup(".strong"))));
        window.until("it is looked at", () -> window.text("#request-panel").contains(title));
    }

    @Test
    @DisplayName("a service goes down: its light and the badge of its copies tell; it comes back by itself")
    void outage() {
        try (var guest = guest()) {
            robot.clickOn("#rail-status");
            window.until("all is well", () -> window.text("#service-tmdb").contains("Online"));
            window.photograph("errand-outage-before");
            mood(guest, "tmdb", "gone");
            window.until("its light says so", () -> window.text("#service-tmdb").contains("Down"));
            window.until("what is shown of it are copies", () -> window.shows("#service-stale-tmdb"));
            window.snap("errand-outage");
            mood(guest, "tmdb", "normal");
            window.until(
                    "it is well again",
                    () -> window.text("#service-tmdb").contains("Online") && !window.shows("#service-stale-tmdb"));
        }
    }

    @Test
    @DisplayName("a phone is paired: it exchanges the code that is shown, and acts as the owner")
    void pair() {
        try (var phone = guest()) {
            robot.clickOn("#devices");
            press("devices-pair");
            window.until("a code is shown", () -> !label("#devices-code").isEmpty());
            window.photograph("errand-pair");
            String code = FxToolkit.call(() -> label("#devices-code"));
            leaveDevices();
            assertThat(phone.pair(code, "Kitchen phone")).isEqualTo("admin");
            open("devices");
            window.until("it is listed", () -> window.says("Kitchen phone"));
        }
    }

    @Test
    @DisplayName("a backup is made, somebody is suspended and at once shut out; then the backup is put back")
    void suspendAndRestore() {
        try (var guest = guest()) {
            guest.signInWithPlex();
            String id = guest.read("auth/session").at("/user/id").asText();
            open("backup");
            press("backup-make");
            window.until("there is a backup", () -> button("backup-restore-.*").isPresent());

            open("people");
            press("person-" + id + "-more");
            press("person-" + id + "-suspend");
            window.untilOutside("they are shut out", () -> !guest.isLetIn());
            window.photograph("errand-suspend");

            open("backup");
            press("backup-restore-[^-]*.*");
            press("backup-restore-.*-yes");
            window.until(
                    "it waits for the next start",
                    () -> button("backup-restart").isPresent());
            window.photograph("errand-restore");
            press("backup-restart");
        }
        window.until("it starts anew", () -> window.shows("#start"));
        window.untilBack();
        try (var guest = guest()) {
            guest.signInWithPlex();
            assertThat(guest.isLetIn()).isTrue();
        }
    }

    private static @Nullable String keysAre() {
        Node owner = window.stage().getScene().getFocusOwner();
        return owner == null ? null : owner.getId();
    }

    @Test
    @DisplayName("language and look change while one looks on")
    void languageAndLook() {
        open("appearance");
        choose("#settings-language-2");
        window.until("it speaks German", () -> window.text(".rail").contains("Suche"));
        window.until("the keys are where they were", () -> "settings-language-2".equals(keysAre()));
        open("appearance");
        choose("#settings-theme-2");
        window.photograph("errand-language");
        choose("#settings-language-1");
        window.until("it speaks English", () -> window.text(".rail").contains("Search"));
        open("appearance");
        choose("#settings-theme-1");
    }
}
