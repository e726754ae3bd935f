package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.Crash;
import io.medianest.desktop.shell.CrashView;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.shell.TrayPlace;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.NotificationType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The frame on a made-up household: what it tells, and what can be done with that by keys alone.
class FrameScreenshotTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final LocalSettings settings = new LocalSettings(new MemoryPreferences());
    private final Wiring wiring = new Wiring(
            new Wiring.Outside(api, events, new FakePictures(), _ -> {}),
            new Wiring.Threads(Runnable::run, Platform::runLater, _ -> {}),
            settings,
            CLOCK);
    private Stage stage = FxToolkit.call(Stage::new);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    private void open(Theme.Choice look, String language, int width, int height) {
        FxToolkit.run(() -> {
            wiring.start();
            var texts = new Texts(Locale.of(language), CLOCK);
            var frame = new WindowLife.Frame(wiring.shell(texts).create(), settings, texts, wiring::openLink);
            var scene = new Scene(frame, width, height);
            var theme = new Theme();
            theme.choiceProperty().set(look);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 3, 1));
        });
        FxToolkit.awaitFrames();
    }

    private void act(Consumer<Wiring> act) {
        FxToolkit.run(() -> act.accept(wiring));
        FxToolkit.awaitFrames();
    }

    private void press(String query) {
        FxToolkit.run(
                () -> assertThat(stage.getScene().lookup(query)).isInstanceOfSatisfying(Button.class, Button::fire));
    }

    private int count(String query) {
        return FxToolkit.call(() -> stage.getScene().getRoot().lookupAll(query).size());
    }

    private void type(KeyCode code) {
        FxToolkit.run(() -> {
            Node target = Objects.requireNonNullElse(
                    stage.getScene().getFocusOwner(), stage.getScene().getRoot());
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }

    private void type(KeyCode code, boolean shift) {
        FxToolkit.run(() -> stage.getScene()
                .getRoot()
                .lookup("#rail-home")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false)));
        FxToolkit.awaitFrames();
    }

    private Route place() {
        return FxToolkit.call(() -> wiring.navigator().currentProperty().get());
    }

    private void happens(String id, NotificationType type, String title, String message, String about) {
        events.publish(
                new ServerEvent.NotificationAdded("usr_1", FakeNotifications.news(id, type, title, message, 0, about)));
    }

    private void photograph(String name, Theme.Choice look) {
        photograph(name, look, Shots.sizes());
    }

    private void photograph(String name, Theme.Choice look, List<Shots.Size> sizes) {
        if (Shots.WHOLE_MATRIX) {
            Shots.takeAll(stage, sizes, "screens/" + name);
            return;
        }
        FxToolkit.awaitFrames();
        FxToolkit.run(() -> Shots.take(stage, 1, "screens/" + name + "-" + look.word()));
    }

    @ParameterizedTest
    @CsvSource({"DARK, en, 1440, 900", "LIGHT, de, 960, 600"})
    @DisplayName("notifications can be drawn, and a mark takes the dot and the number away")
    void notifications(Theme.Choice look, String language, int width, int height) {
        open(look, language, width, height);
        act(frame -> frame.navigator().go(new Route.Notifications()));
        photograph("notifications-" + language, look);
        assertThat(FxToolkit.call(wiring::unread)).isEqualTo(3);

        press("#notification-read-all");
        assertThat(FxToolkit.call(wiring::unread)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"DARK, en, 1440, 900, 4", "LIGHT, de, 960, 600, 2"})
    @DisplayName("news from elsewhere come up a few at a time, as there is room, and keys reach them")
    void toasts(Theme.Choice look, String language, int width, int height, int atOnce) {
        open(look, language, width, height);
        act(_ -> {
            happens("a", NotificationType.REQUEST_AVAILABLE, "Ready to watch", "“Charade” is in the library now.", "x");
            happens(
                    "b",
                    NotificationType.DOWNLOAD_FAILED,
                    "Download failed",
                    "“Behind the scenes” could not be downloaded: The video is private.",
                    "/api/v1/youtube/downloads/dl_9");
            happens("c", NotificationType.INCIDENT_OPENED, "Something needs attention", "TMDB answers slowly", "x");
            happens("d", NotificationType.REQUEST_DENIED, "Request denied", "“Heat” was denied.", "x");
            happens("e", NotificationType.REQUEST_DENIED, "Request denied", "“Heat” was denied again.", "x");
        });
        assertThat(count(".toast")).isEqualTo(atOnce);
        photograph("toasts-" + language, look);
        if (Shots.WHOLE_MATRIX) {
            // They have left by themselves meanwhile.
            return;
        }

        type(KeyCode.F6);
        type(KeyCode.ESCAPE);
        assertThat(count(".toast")).isEqualTo(atOnce);
        FxToolkit.awaitFrames();
        type(KeyCode.F6);
        FxToolkit.run(() -> {
            if (stage.getScene().getFocusOwner() instanceof Button show) {
                show.fire();
            }
        });
        assertThat(count(".toast")).isEqualTo(Math.min(3, atOnce));
        assertThat(place()).isEqualTo(new Route.Notifications());
    }

    @Test
    @DisplayName("keys lead to the places, copy a link, and make all of it larger, which is remembered")
    void keys() {
        open(Theme.Choice.DARK, "en", 1440, 900);
        type(KeyCode.DIGIT6, false);
        assertThat(place()).isEqualTo(new Route.Status());
        type(KeyCode.C, true);
        assertThat(FxToolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("http://192.168.1.20:4000/");

        type(KeyCode.PLUS, false);
        type(KeyCode.PLUS, false);
        assertThat(settings.zoomProperty().get()).isEqualTo(1.25);
        photograph("zoomed", Theme.Choice.DARK);
        type(KeyCode.DIGIT0, false);
        assertThat(settings.zoomProperty().get()).isEqualTo(1);
    }

    @Test
    @DisplayName("an address that is pasted anywhere goes to the downloads, a word does not")
    void paste() {
        open(Theme.Choice.DARK, "en", 1440, 900);
        clip("heat 1995");
        type(KeyCode.V, false);
        assertThat(place()).isEqualTo(new Route.Home());

        clip("https://www.youtube.com/watch?v=x");
        type(KeyCode.V, false);
        assertThat(place()).isEqualTo(new Route.Downloads(null));
        assertThat(FxToolkit.call(() -> stage.getScene().lookup("#download-address")))
                .isInstanceOfSatisfying(
                        TextField.class,
                        field -> assertThat(field.getText()).isEqualTo("https://www.youtube.com/watch?v=x"));
    }

    private static void clip(String text) {
        FxToolkit.run(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @ParameterizedTest
    @CsvSource({"DARK, en", "LIGHT, de"})
    @DisplayName("closing asks once, and does what was answered")
    void closing(Theme.Choice look, String language) {
        var ended = new AtomicInteger();
        FxToolkit.run(() -> new WindowLife(stage, settings, ended::incrementAndGet).serves(() -> TrayPlace.THERE));
        open(look, language, 960, 600);
        requestClose();
        photograph("close-" + language, look);
        press("#close-back");
        assertThat(count("#close-question")).isZero();
        requestClose();
        press("#close-keep");
        assertThat(FxToolkit.call(stage::isShowing)).isFalse();
        assertThat(settings.closingProperty().get()).isEqualTo(LocalSettings.Closing.KEEP_SERVING);

        FxToolkit.run(() -> settings.closingProperty().set(LocalSettings.Closing.QUIT));
        requestClose();
        assertThat(ended).hasValue(1);
    }

    private void requestClose() {
        FxToolkit.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @ParameterizedTest
    @CsvSource({"DARK, en", "LIGHT, de"})
    @DisplayName("a crash is shown with its reference and where the log is")
    void crash(Theme.Choice look, String language) {
        var closed = new AtomicInteger();
        Stage dialog = FxToolkit.call(() -> {
            var theme = new Theme();
            theme.choiceProperty().set(look);
            return new CrashView(
                            new Texts(Locale.of(language), CLOCK),
                            theme,
                            Optional.of(Path.of("/home/mia/.local/share/medianest/logs")),
                            _ -> {})
                    .show(new Crash("c0ffee42", "IllegalStateException: x"), closed::incrementAndGet);
        });
        stage = dialog;
        photograph("crash-" + language, look, FxToolkit.call(() -> Shots.ownSize(dialog)));
        press("#crash-copy");
        assertThat(FxToolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("c0ffee42")
                .contains("/home/mia/.local/share/medianest/logs");
        press("#crash-close");
        assertThat(closed).hasValue(1);
    }
}
