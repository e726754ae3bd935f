package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.event.LiveState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Builds the real window on a made-up household and photographs it.
class ScreenshotTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"DARK", "LIGHT"})
    @DisplayName("the search page can be drawn in every size and look")
    void search(Theme.Choice look) {
        Consumer<Wiring> search = wiring -> wiring.navigator().go(new Route.Search());
        Shots.sizes().forEach(size -> shoot("search", look, size, search));
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"DARK", "LIGHT"})
    @DisplayName("a title's page can be drawn in every size and look")
    void details(Theme.Choice look) {
        Consumer<Wiring> film = open("Metropolis");
        Shots.sizes().forEach(size -> shoot("details", look, size, film));
        Shots.sizes().forEach(size -> shoot("details-series", look, size, open("Dragnet")));
    }

    @ParameterizedTest
    @CsvSource({"DARK, en", "LIGHT, de"})
    @DisplayName("the card about other devices can be drawn, with the address and with a code")
    void devices(Theme.Choice look, String language) {
        List<Shots.Size> sizes = Shots.WHOLE_MATRIX ? Shots.sizes() : List.of(Shots.SMALL);
        for (Shots.Size shot : sizes) {
            photograph("devices-" + language, look, shot, devices(look, shot, language));
            Stage pairing = devices(look, shot, language);
            FxToolkit.run(() -> press(pairing, "#devices-pair"));
            FxToolkit.awaitFrames();
            assertThat(FxToolkit.call(() -> pairing.getScene().lookup("#devices-code")))
                    .isInstanceOfSatisfying(
                            Label.class, code -> assertThat(code.getText()).isEqualTo("K7QW-M2XD"));
            photograph("devices-pairing-" + language, look, shot, pairing);
        }
    }

    private Stage devices(Theme.Choice look, Shots.Size shot, String language) {
        Stage stage = FxToolkit.call(() -> open(look, Locale.of(language), shot, _ -> {}));
        FxToolkit.awaitFrames();
        FxToolkit.run(() -> press(stage, "#devices"));
        FxToolkit.awaitFrames();
        return stage;
    }

    private static void press(Stage stage, String button) {
        assertThat(stage.getScene().lookup(button)).isInstanceOfSatisfying(Button.class, Button::fire);
    }

    private Consumer<Wiring> open(String title) {
        return wiring ->
                wiring.navigator().go(new Route.Details(api.title(title).key()));
    }

    private void shoot(String name, Theme.Choice look, Shots.Size shot, Consumer<Wiring> act) {
        photograph(name, look, shot, FxToolkit.call(() -> open(look, Shots.LANGUAGE, shot, act)));
    }

    private static void photograph(String name, Theme.Choice look, Shots.Size shot, Stage stage) {
        Shots.settle(stage, shot);
        FxToolkit.run(() -> {
            Shots.take(stage, shot.scale(), "screens/" + name + shot.suffix() + "-" + look.word());
            stage.close();
        });
    }

    private Stage open(Theme.Choice look, Locale language, Shots.Size shot, Consumer<Wiring> act) {
        Wiring wiring = wiring();
        var texts = new Texts(language, CLOCK);
        wiring.start();
        var scene = new Scene(wiring.shell(texts).create(), shot.width(), shot.height());
        var theme = new Theme();
        theme.choiceProperty().set(look);
        theme.dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 3, 1));
        act.accept(wiring);
        return stage;
    }

    private Wiring wiring() {
        return new Wiring(
                new Wiring.Outside(api, events, new FakePictures(), _ -> {}),
                new Wiring.Threads(Runnable::run, Platform::runLater, _ -> {}),
                new LocalSettings(new MemoryPreferences()),
                CLOCK);
    }
}
