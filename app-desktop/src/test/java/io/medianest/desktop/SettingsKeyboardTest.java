package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.account.Quotas;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The settings and the first steps with the keyboard alone.
class SettingsKeyboardTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);
    private static final int ENOUGH = 40;

    private final FakeApi api = new FakeApi();
    private final FxRobot robot = new FxRobot();
    private Stage stage = FxToolkit.call(Stage::new);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @BeforeEach
    void open() {
        api.settings.set("plex.url", "http://192.168.1.5:32400");
    }

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    private Wiring show(Route route) {
        return FxToolkit.call(() -> {
            var wiring = new Wiring(
                    new Wiring.Outside(api, new FakeEvents(), new FakePictures(), _ -> {}),
                    new Wiring.Threads(Runnable::run, Runnable::run, _ -> {}),
                    new LocalSettings(new MemoryPreferences()),
                    CLOCK);
            wiring.start();
            var scene = new Scene(wiring.shell(new Texts(Locale.UK, CLOCK)).create(), 1200, 800);
            new Theme().dress(scene);
            stage.setScene(scene);
            stage.show();
            wiring.navigator().go(route);
            return wiring;
        });
    }

    private void focus(String id) {
        FxToolkit.run(
                () -> Objects.requireNonNull(stage.getScene().lookup(id), id).requestFocus());
    }

    private String focused() {
        return FxToolkit.call(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /// Presses Tab until something has the keys.
    private void tabTo(String id) {
        for (int presses = 0; presses < ENOUGH && !focused().equals(id); presses++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    @Test
    @DisplayName("a value is reached, changed and saved without a mouse, and taken back")
    void change() {
        show(new Route.Settings());
        focus("#settings-services");
        robot.push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("settings-downloads");

        tabTo("set-youtube-concurrency");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write("5");
        robot.push(KeyCode.ENTER);
        assertThat(api.settings.get("youtube.concurrency").value()).isEqualTo("5");

        tabTo("set-youtube-concurrency-undo");
        robot.push(KeyCode.SPACE);
        assertThat(api.settings.get("youtube.concurrency").value()).isEqualTo("3");
    }

    @Test
    @DisplayName("Escape brings back what was there, and leaving a field saves it")
    void leave() {
        show(new Route.Settings());
        focus("#settings-services");
        tabTo("set-plex-url");
        robot.write("x");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.TAB);
        assertThat(api.settings.calls).noneMatch(call -> call.startsWith("change"));

        robot.write("t0ken");
        robot.push(KeyCode.TAB);
        assertThat(api.settings.get("plex.token").value()).isEqualTo("••••");
        assertThat(api.settings.calls).last().asString().startsWith("test plex");
    }

    @Test
    @DisplayName("the first steps lead home with Enter and Space alone")
    void firstSteps() {
        var wiring = show(new Route.Setup());
        focus("#setup-next");
        for (int step = 0; step < 3; step++) {
            robot.push(KeyCode.SPACE);
        }
        assertThat(FxToolkit.call(() -> wiring.navigator().currentProperty().get()))
                .isEqualTo(new Route.Home());
    }

    @Test
    @DisplayName("two numbers of a person are written one after the other, and the keys stay where they were taken")
    void quotas() {
        show(new Route.Settings());
        focus("#settings-services");
        tabThroughTo("settings-people");
        tabTo("person-usr_2-more");
        robot.push(KeyCode.SPACE);
        tabTo("person-usr_2-requests");
        robot.write("5");
        robot.push(KeyCode.TAB);
        assertThat(api.people.get("usr_2").quotas()).isEqualTo(new Quotas(5, null));
        assertThat(focused()).isEqualTo("person-usr_2-downloads");
        robot.write("2");
        robot.push(KeyCode.ENTER);

        assertThat(api.people.get("usr_2").quotas()).isEqualTo(new Quotas(5, 2));
        assertThat(api.people.calls.stream().filter("change usr_2"::equals)).hasSize(2);
    }

    @Test
    @DisplayName("a chat is added, tried and removed without a mouse, and the keys never get lost")
    void outgoing() {
        show(new Route.Settings());
        focus("#settings-services");
        tabThroughTo("settings-notifications");
        tabTo("outgoing-add");
        robot.push(KeyCode.SPACE);
        assertThat(focused()).isEqualTo("outgoing-form-kind");
        robot.push(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("outgoing-add");

        robot.push(KeyCode.SPACE);
        tabTo("outgoing-form-name");
        robot.write("Chat");
        tabTo("outgoing-form-address");
        robot.write("https://discord.com/x");
        robot.push(KeyCode.ENTER);
        assertThat(api.outgoing.calls).contains("add Chat");

        tabTo("outgoing-out_4-test");
        robot.push(KeyCode.SPACE);
        assertThat(api.outgoing.calls).last().isEqualTo("test out_4");
        tabTo("outgoing-out_4-change");
        robot.push(KeyCode.SPACE);
        assertThat(focused()).isEqualTo("outgoing-form-name");
        tabTo("outgoing-form-remove");
        robot.push(KeyCode.SPACE);
        assertThat(focused()).isEqualTo("outgoing-form-remove-no");
        tabTo("outgoing-form-remove-yes");
        robot.push(KeyCode.SPACE);
        assertThat(api.outgoing.calls).contains("remove out_4");
    }

    /// Goes down the list of sections.
    private void tabThroughTo(String id) {
        for (int presses = 0; presses < ENOUGH && !focused().equals(id); presses++) {
            robot.push(KeyCode.DOWN);
        }
        assertThat(focused()).isEqualTo(id);
    }
}
