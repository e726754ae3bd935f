package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.Route;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.request.RequestStatus;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The usual errands with the keyboard alone: each can be done, Enter does what is meant, Escape leaves things as they
/// are, and the keys are then where they were.
@ExtendWith(OnFxThread.class)
class KeyboardErrandsTest {
    private final FakeWindow window = new FakeWindow();

    @BeforeEach
    void open() {
        window.settings.rememberSetUp();
        window.api.settings.set("plex.url", "http://192.168.1.5:32400");
        window.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void shortcut(KeyCode code) {
        window.press(code, KeyCombination.SHORTCUT_DOWN);
    }

    private boolean says(String words) {
        return window.seen(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && String.valueOf(label.getText()).contains(words));
    }

    private void openSettings(String section) {
        shortcut(KeyCode.COMMA);
        window.tabTo("settings-services");
        for (int presses = 0; presses < 10 && !window.focused().equals("settings-" + section); presses++) {
            window.press(KeyCode.DOWN);
        }
        assertThat(window.focused()).isEqualTo("settings-" + section);
    }

    @Test
    @DisplayName("a film is searched for, opened, and the card comes up that asks for it")
    void ask() {
        shortcut(KeyCode.K);
        window.write("vampyr");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(window.place()).isInstanceOf(Route.Details.class);

        window.tabTo("ask");
        window.press(KeyCode.ENTER);
        assertThat(window.popups()).hasSize(1);

        FxToolkit.run(() -> ((Button) window.scene().lookup("#ask")).fire());
        assertThat(window.popups()).as("cards after a second click").hasSize(1);
    }

    @Test
    @DisplayName("a wish is approved, another denied with a reason")
    void decide() {
        shortcut(KeyCode.DIGIT3);
        window.tabTo("request-scope-0");
        window.press(KeyCode.RIGHT);
        window.tabTo("request-list");
        window.press(KeyCode.HOME);
        String first = looked();
        window.tabTo("request-panel-deny");
        window.press(KeyCode.ENTER);
        assertThat(window.focused()).isEqualTo("request-panel-reason");
        window.press(KeyCode.ESCAPE);
        assertThat(window.focused()).isEqualTo("request-panel-deny");
        window.press(KeyCode.ENTER);
        window.write("Too big");
        window.press(KeyCode.ENTER);
        assertThat(window.api.calls).contains("deny " + first + " Too big");
        assertThat(window.focused()).as("keys after the denial").isNotEmpty();

        window.tabTo("request-list");
        window.press(KeyCode.DOWN);
        String second = looked();
        assertThat(second).isNotEqualTo(first);
        window.tabTo("request-panel-approve");
        window.press(KeyCode.ENTER);
        assertThat(window.api.calls).anyMatch(call -> call.startsWith("approve " + second));
    }

    /// The first wish from here that waits for a decision.
    private String looked() {
        for (int presses = 0; presses < 10 && !window.shows("#request-panel-approve"); presses++) {
            window.press(KeyCode.DOWN);
        }
        return window.api.all().stream()
                .filter(request -> request.status() == RequestStatus.PENDING)
                .filter(request -> window.seen("#request-panel").stream()
                        .flatMap(panel -> panel.lookupAll(".section").stream())
                        .anyMatch(node ->
                                node instanceof Label label && request.title().equals(label.getText())))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @DisplayName("videos of a playlist are picked and put into the queue; one is paused, goes on, and is not cancelled")
    void download() {
        window.api.downloads.keep(
                SampleDownloads.video(1).running(64, 8_200_000, 72).done());
        shortcut(KeyCode.DIGIT4);
        window.tabTo("download-address");
        window.write("https://www.youtube.com/playlist?list=x");
        window.tabTo("download-picks");
        window.press(KeyCode.HOME);
        window.press(KeyCode.SPACE);
        window.tabTo("download-address");
        window.press(KeyCode.ENTER);
        assertThat(window.api.downloads.wishes)
                .singleElement()
                .satisfies(wish -> assertThat(wish.items()).isNotEmpty().doesNotContain(1));

        window.tabTo("download-list");
        window.press(KeyCode.HOME);
        for (int presses = 0; presses < 10 && !window.api.downloads.calls.contains("pause d1"); presses++) {
            window.press(KeyCode.SPACE);
            window.press(KeyCode.DOWN);
        }
        assertThat(window.api.downloads.calls).contains("pause d1");
    }

    @Test
    @DisplayName("several links that are dropped have their turn one after the other, and can be left out")
    void links() {
        window.act(() ->
                window.wiring().openLink("See https://youtu.be/a, and\nhttps://youtu.be/b\r\nhttps://youtu.be/c"));
        assertThat(window.place()).isEqualTo(new Route.Downloads(null));
        assertThat(window.seen("#download-following").stream().map(node -> ((Label) node).getText()))
                .containsExactly("2 more links follow.");
        window.press(KeyCode.ENTER);
        assertThat(says("One more link follows")).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.shows("#download-following")).isFalse();
        window.press(KeyCode.ENTER);
        assertThat(window.api.downloads.wishes)
                .extracting(wish -> wish.url())
                .containsExactly("https://youtu.be/a", "https://youtu.be/c");
    }

    @Test
    @DisplayName("somebody is suspended")
    void suspend() {
        openSettings("people");
        window.tabTo("person-usr_2-more");
        window.press(KeyCode.SPACE);
        window.tabTo("person-usr_2-delete");
        window.press(KeyCode.ENTER);
        assertThat(window.focused()).isEqualTo("person-usr_2-delete-no");
        window.press(KeyCode.TAB);
        window.press(KeyCode.TAB);
        assertThat(window.focused()).as("Tab goes round in a question").isEqualTo("person-usr_2-delete-no");
        window.press(KeyCode.ESCAPE);
        assertThat(window.focused()).isEqualTo("person-usr_2-delete");
        window.press(KeyCode.TAB, KeyCombination.SHIFT_DOWN);
        assertThat(window.focused()).isEqualTo("person-usr_2-suspend");
        window.press(KeyCode.ENTER);
        assertThat(window.api.people.get("usr_2").status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    @DisplayName("a backup is made, and put back")
    void backup() {
        openSettings("backup");
        window.tabTo("backup-make");
        window.press(KeyCode.ENTER);
        assertThat(window.api.upkeep.calls).contains("backUp");
        String name = window.api.upkeep.backups().backups().getFirst().name();
        window.tabTo("backup-restore-" + name);
        window.press(KeyCode.ENTER);
        assertThat(window.focused()).isEqualTo("backup-restore-" + name + "-no");
        window.press(KeyCode.TAB);
        window.press(KeyCode.ENTER);
        assertThat(window.api.upkeep.calls).contains("restore " + name);
        window.tabTo("backup-restart");
    }

    @Test
    @DisplayName("language and look change at once, the server is told of the language, and both are remembered")
    void languageAndLook() {
        openSettings("appearance");
        window.tabTo("settings-language-0");
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        assertThat(says("Suche")).isTrue();
        assertThat(window.api.calls).contains("speak de");
        assertThat(window.settings.languageProperty().get()).isEqualTo("de");
        assertThat(window.focused())
                .as("the keys in the window of another language")
                .isNotEmpty();
    }

    @Test
    @DisplayName("a phone is paired, and the keys are back at what opened the card")
    void pair() {
        window.tabTo("devices");
        window.press(KeyCode.ENTER);
        assertThat(window.focused()).isEqualTo("devices-close");
        window.tabTo("devices-pair");
        window.press(KeyCode.ENTER);
        assertThat(window.shows("#devices-code")).isTrue();
        assertThat(window.focused()).as("the button that had the keys is gone").isEqualTo("devices-close");
        for (int presses = 0; presses < 12; presses++) {
            window.press(KeyCode.TAB);
            assertThat(window.focused()).as("Tab stays in the card").startsWith("devices-");
        }
        window.press(KeyCode.ESCAPE);
        assertThat(window.focused()).isEqualTo("devices");
    }

    @Test
    @DisplayName("F5 reads the place in front again: what failed is there, and nothing else is asked for")
    void reload() {
        window.api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        shortcut(KeyCode.DIGIT6);
        assertThat(window.shows("#retry")).isTrue();
        window.api.failWith(null);
        window.api.calls.clear();
        window.press(KeyCode.F5);
        assertThat(window.shows("#retry")).isFalse();
        assertThat(window.shows(".service-card")).isTrue();
        assertThat(window.api.calls).isNotEmpty().noneMatch(call -> call.startsWith("search"));

        shortcut(KeyCode.DIGIT3);
        window.api.calls.clear();
        window.press(KeyCode.F5);
        assertThat(window.api.calls).anyMatch(call -> call.startsWith("requests"));
    }

    @Test
    @DisplayName("what is shown stays while the server is away, on every place, and F5 does not take it either")
    void away() {
        for (Route route : new Route[] {
            new Route.Home(),
            new Route.Requests(null),
            new Route.Library(null),
            new Route.Status(),
            new Route.Notifications()
        }) {
            window.go(route);
            int before = shown();
            window.api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
            window.api.notifications.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
            window.press(KeyCode.F5);
            assertThat(window.shows("#retry")).as("%s after F5", route).isFalse();
            assertThat(shown()).as("%s after F5", route).isGreaterThan(before / 2);
            window.api.failWith(null);
            window.api.notifications.failWith(null);
        }
    }

    private int shown() {
        return (int) window.seen(".label").stream()
                .filter(node -> node instanceof Label label
                        && label.getText() != null
                        && !label.getText().isBlank())
                .count();
    }
}
