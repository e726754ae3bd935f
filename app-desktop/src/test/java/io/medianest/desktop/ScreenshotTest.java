package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.event.LiveState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Builds the real window on a made-up household and photographs it into `target/screenshots`.
class ScreenshotTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

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
        shoot("search", look, new Shot(1440, 900, 1), search);
        shoot("search-small", look, new Shot(960, 600, 1), search);
        shoot("search-2x", look, new Shot(1440, 900, 2), search);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"DARK", "LIGHT"})
    @DisplayName("a title's page can be drawn in every size and look")
    void details(Theme.Choice look) {
        Consumer<Wiring> film = open("Metropolis");
        shoot("details", look, new Shot(1440, 900, 1), film);
        shoot("details-small", look, new Shot(960, 600, 1), film);
        shoot("details-2x", look, new Shot(1440, 900, 2), film);
        shoot("details-series", look, new Shot(1440, 900, 1), open("Dragnet"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"DARK", "LIGHT"})
    @DisplayName("the settings can be drawn in every look")
    void settings(Theme.Choice look) {
        shoot(
                "settings",
                look,
                new Shot(1440, 900, 1),
                wiring -> wiring.navigator().go(new Route.Settings()));
    }

    @ParameterizedTest
    @CsvSource({"DARK, en", "LIGHT, de"})
    @DisplayName("the card about other devices can be drawn, with the address and with a code")
    void devices(Theme.Choice look, String language) {
        var shot = new Shot(960, 600, 1);
        photograph("devices-" + language, look, shot, devices(look, shot, language));
        Stage pairing = devices(look, shot, language);
        FxToolkit.run(() -> press(pairing, "#devices-pair"));
        FxToolkit.awaitFrames();
        assertThat(FxToolkit.call(() -> pairing.getScene().lookup("#devices-code")))
                .isInstanceOfSatisfying(
                        Label.class, code -> assertThat(code.getText()).isEqualTo("K7QW-M2XD"));
        photograph("devices-pairing-" + language, look, shot, pairing);
    }

    private Stage devices(Theme.Choice look, Shot shot, String language) {
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

    private record Shot(int width, int height, int scale) {}

    private void shoot(String name, Theme.Choice look, Shot shot, Consumer<Wiring> act) {
        photograph(name, look, shot, FxToolkit.call(() -> open(look, Locale.UK, shot, act)));
    }

    private static void photograph(String name, Theme.Choice look, Shot shot, Stage stage) {
        Path file = FOLDER.resolve(name + "-" + look.word() + ".png");
        FxToolkit.awaitFrames();
        FxToolkit.run(() -> save(stage, shot, file));
        assertThat(file).isNotEmptyFile();
    }

    private Stage open(Theme.Choice look, Locale language, Shot shot, Consumer<Wiring> act) {
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

    private static void save(Stage stage, Shot shot, Path file) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(shot.scale(), shot.scale()));
        var image = new WritableImage(shot.width() * shot.scale(), shot.height() * shot.scale());
        stage.getScene().getRoot().snapshot(parameters, image);
        stage.close();
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
