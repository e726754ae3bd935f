package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.api.Release;
import io.medianest.desktop.settings.SettingsSection;
import io.medianest.desktop.setup.SetupStep;
import io.medianest.desktop.setup.SetupView;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.update.UpdateSettings;
import io.medianest.desktop.update.UpdateViewModel;
import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.model.settings.SettingSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Photographs every section of the settings, in both looks, small and large, English and German.
class SettingsScreenshotTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();

    private record Shot(Shots.Size size, Locale language, Theme.Choice look) {
        void take(Stage stage, String name) {
            Shots.take(
                    stage,
                    size.scale(),
                    "settings/%s%s-%s-%s".formatted(name, size.suffix(), look.word(), language.getLanguage()));
        }
    }

    private static final List<Shot> SHOTS = Shots.WHOLE_MATRIX
            ? Shots.sizes().stream()
                    .flatMap(size -> Stream.of(
                            new Shot(size, Locale.ENGLISH, Theme.Choice.DARK),
                            new Shot(size, Locale.GERMANY, Theme.Choice.LIGHT)))
                    .toList()
            : List.of(
                    new Shot(Shots.WIDE, Locale.ENGLISH, Theme.Choice.DARK),
                    new Shot(Shots.SMALL, Locale.GERMANY, Theme.Choice.LIGHT));

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @BeforeEach
    void household() {
        api.settings.set("plex.url", "http://192.168.1.5:32400");
        api.settings.set("plex.token", "secret");
        api.settings.set("overseerr.url", "http://192.168.1.7:5055");
        api.settings.set("overseerr.api-key", "secret");
        api.settings.set("overseerr.webhook-secret", "secret");
        api.settings.lock("tmdb.api-key", "secret", SettingSource.FILE);
        api.settings.set("youtube.cookies", "secret");
        api.settings.set("server.port", "4100");
        api.settings.house.add(
                new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://192.168.1.9:4000", "0.1.0"));
        api.settings.answers.put("overseerr", FakeSettings.trouble("overseerr", ServiceProblem.CERTIFICATE));
    }

    @Test
    @DisplayName("every section can be drawn, whatever the look, size and language")
    void sections() {
        for (Shot shot : SHOTS) {
            Stage stage = FxToolkit.call(() -> open(shot, new Route.Settings()));
            try {
                for (SettingsSection section : SettingsSection.values()) {
                    FxToolkit.run(() -> enter(stage.getScene(), section));
                    Shots.settle(stage, shot.size());
                    FxToolkit.run(() -> shot.take(stage, section.word()));
                }
            } finally {
                FxToolkit.run(stage::close);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"outgoing-add", "outgoing-out_2-change"})
    @DisplayName("what is asked about a target of notifications can be drawn")
    void outgoing(String button) {
        for (Shot shot : SHOTS) {
            Stage stage = FxToolkit.call(() -> open(shot, new Route.Settings()));
            try {
                FxToolkit.run(() -> enter(stage.getScene(), SettingsSection.NOTIFICATIONS));
                FxToolkit.awaitFrames();
                FxToolkit.run(() ->
                        ((ButtonBase) Objects.requireNonNull(stage.getScene().lookup("#" + button))).fire());
                Shots.settle(stage, shot.size());
                FxToolkit.run(() -> shot.take(stage, button));
            } finally {
                FxToolkit.run(stage::close);
            }
        }
    }

    @Test
    @DisplayName("the first steps can be drawn one after the other")
    void firstSteps() {
        for (Shot shot : SHOTS) {
            Stage stage = FxToolkit.call(() -> open(shot, new Route.Setup()));
            try {
                for (SetupStep step : SetupStep.values()) {
                    Shots.settle(stage, shot.size());
                    FxToolkit.run(() -> {
                        shot.take(stage, "setup-" + step.word());
                        ((ButtonBase) Objects.requireNonNull(stage.getScene().lookup("#setup-next"))).fire();
                    });
                }
            } finally {
                FxToolkit.run(stage::close);
            }
        }
    }

    /// Somebody has entered an address, and there is a newer version.
    private static UpdateViewModel updates() {
        var io = new QueuedExecutor();
        var model = new UpdateViewModel(
                _ -> new Release("0.2.0", "https://nest.example/0.2.0", null),
                new UpdateSettings(new MemoryPreferences(), "https://nest.example/newest.json"),
                "0.1.0",
                new Async(io, Runnable::run, _ -> {}));
        model.start();
        io.runNext();
        return model;
    }

    private static void enter(Scene scene, SettingsSection section) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var entry = (ButtonBase) Objects.requireNonNull(scene.lookup("#settings-" + section.word()), section.word());
        entry.fire();
        assertThat(entry.getPseudoClassStates())
                .as("%s is in front", section)
                .contains(PseudoClass.getPseudoClass("current"));
    }

    private Stage open(Shot shot, Route route) {
        var wiring = new Wiring(
                new Wiring.Outside(api, events, new FakePictures(), _ -> {}),
                new Wiring.Threads(Runnable::run, Runnable::run, _ -> {}),
                new LocalSettings(new MemoryPreferences()),
                CLOCK);
        wiring.stand(new Wiring.Around(new SetupView.Ways(() -> {}, _ -> {}), null, null, Path.of("data"), updates()));
        wiring.start();
        var scene = new Scene(
                wiring.shell(new Texts(shot.language(), CLOCK)).create(),
                shot.size().width(),
                shot.size().height());
        var theme = new Theme();
        theme.choiceProperty().set(shot.look());
        theme.dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        wiring.navigator().go(route);
        return stage;
    }
}
