package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.DownloadQueueState;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;
import io.medianest.model.event.LiveState;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Builds the screen of downloads on a made-up household and photographs its states.
class DownloadScreenshotTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);
    private static final String VIDEO = "https://www.youtube.com/watch?v=WhWc3b3KhnY";
    private static final String PLAYLIST = "https://www.youtube.com/playlist?list=PL1";

    private final FakeApi api = new FakeApi();
    private final FakeDownloads downloads = api.downloads();
    private final FakeEvents events = new FakeEvents();
    private final Stage stage = FxToolkit.call(Stage::new);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    private void busyHousehold() {
        downloads.keep(
                SampleDownloads.video(1).running(64, 8_200_000, 72).done(),
                SampleDownloads.video(2)
                        .running(12, 3_100_000, 40)
                        .of("usr_2", "Mia")
                        .done(),
                SampleDownloads.video(3)
                        .titled("Open movies")
                        .playlist(new PlaylistItems(12, 7, 1, 4, 0, 0))
                        .is(DownloadStatus.DOWNLOADING)
                        .at(61)
                        .done(),
                SampleDownloads.video(4).done(),
                SampleDownloads.video(5)
                        .waitingFor(
                                "The video's host asks us to slow down. It is tried again later.",
                                FakeApi.NOW.plusSeconds(120))
                        .done(),
                SampleDownloads.video(6).is(DownloadStatus.PAUSED).at(38).done(),
                SampleDownloads.video(7)
                        .is(DownloadStatus.PENDING)
                        .of("usr_2", "Mia")
                        .done());
        for (int part = 1; part <= 12; part++) {
            var draft = SampleDownloads.video(30 + part).partOf("d3", part);
            downloads.keep(
                    part <= 7
                            ? draft.completed("/videos/" + part + ".mp4", 110_000_000L * part)
                                    .done()
                            : part == 8 ? draft.running(35, 2_400_000, 65).done() : draft.done());
        }
        downloads.keep(
                SampleDownloads.video(20)
                        .completed("/videos/20.mp4", 1_100_000_000)
                        .done(),
                SampleDownloads.video(21)
                        .failed("The video is private. Only who uploaded it can share it.")
                        .done(),
                SampleDownloads.video(22).is(DownloadStatus.CANCELLED).done());
        for (int number = 23; number < 30; number++) {
            downloads.keep(SampleDownloads.video(number)
                    .completed("/videos/" + number + ".mp4", 73_000_000L * number)
                    .done());
        }
    }

    @Test
    @DisplayName("a busy queue can be drawn in every size and look")
    void busy() {
        busyHousehold();
        open();
        photograph("downloads");
        act(scene -> press(scene, "#download-fold-d3"));
        photograph("downloads-playlist");
        act(scene -> {
            press(scene, "#download-fold-d3");
            press(scene, "#download-cancel-d1");
            press(scene, "#download-deny-d7");
        });
        photograph("downloads-question");
    }

    @Test
    @DisplayName("what was found behind an address can be drawn in every size and look")
    void previews() {
        busyHousehold();
        open();
        act(scene -> type(scene, VIDEO));
        photograph("downloads-video");
        act(scene -> type(scene, PLAYLIST));
        photograph("downloads-list-found");
        act(scene -> type(scene, "https://www.youtube.com/watch?v=PRIVATE0001"));
        photograph("downloads-not-found");
        act(scene -> {
            type(scene, VIDEO);
            downloads.failWith(FakeApi.problem(ErrorCode.ALREADY_DOWNLOADED));
            press(scene, "#download-add");
        });
        photograph("downloads-already");
    }

    @Test
    @DisplayName("no downloads, missing programs, a full disk, a lost line and a failure can be drawn")
    void states() {
        open();
        photograph("downloads-empty");
        downloads.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        open();
        photograph("downloads-failed");
        downloads.failWith(null);
        busyHousehold();
        open();
        act(_ -> events.connection.set(Connection.OFFLINE));
        photograph("downloads-offline");
        act(_ -> events.connection.set(Connection.LIVE));
        downloads.queue(new DownloadQueueState(
                0,
                3,
                4,
                1_200_000_000L,
                "Only 1.2 GB are free on the disk, and 2.0 GB are to stay free. Make room, or lower"
                        + " youtube.min-free-space."));
        open();
        photograph("downloads-held");
        api.services()
                .add(new ServiceStatus(
                        "youtube",
                        "Video downloads",
                        ServiceState.OFFLINE,
                        null,
                        FakeApi.NOW,
                        "yt-dlp cannot be started: install it, or set youtube.yt-dlp to its path",
                        null,
                        true));
        open();
        photograph("downloads-tools");
    }

    private void act(Consumer<Scene> act) {
        FxToolkit.run(() -> act.accept(stage.getScene()));
    }

    private void photograph(String name) {
        Shots.takeAll(stage, Shots.sizes(), "screens/" + name);
    }

    /// A new window, with all that has changed since.
    private void open() {
        FxToolkit.run(() -> {
            var wiring = new Wiring(
                    new Wiring.Outside(api, events, new FakePictures(), _ -> {}),
                    new Wiring.Threads(Runnable::run, Runnable::run, _ -> {}),
                    new LocalSettings(new MemoryPreferences()),
                    CLOCK);
            wiring.start();
            var scene = new Scene(
                    wiring.shell(new Texts(Shots.LANGUAGE, CLOCK)).create(), Shots.WIDE.width(), Shots.WIDE.height());
            var theme = new Theme();
            theme.choiceProperty().set(Theme.Choice.DARK);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 0, 1));
            wiring.navigator().go(new Route.Downloads(null));
        });
    }

    private static void press(Scene scene, String id) {
        assertThat(find(scene, id)).isInstanceOfSatisfying(ButtonBase.class, ButtonBase::fire);
    }

    private static void type(Scene scene, String text) {
        assertThat(find(scene, "#download-address"))
                .isInstanceOfSatisfying(TextField.class, field -> field.setText(text));
    }

    private static Node find(Scene scene, String id) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot().lookup(id);
    }
}
