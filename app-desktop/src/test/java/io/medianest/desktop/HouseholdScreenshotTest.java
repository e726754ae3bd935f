package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.LiveState;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Photographs the screens of a made-up household's requests, services and first page.
class HouseholdScreenshotTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
        FxToolkit.run(Theme::loadTypeface);
    }

    @BeforeEach
    void household() {
        api.clearRequests();
        wish(2, "usr_1", "You", RequestStatus.APPROVED, RequestStage.DOWNLOADING, 62, null);
        wish(5, "usr_2", "Mia", RequestStatus.PENDING, RequestStage.QUEUED, null, null);
        wish(6, "usr_3", "Kitchen tablet", RequestStatus.PENDING, RequestStage.QUEUED, null, null);
        wish(4, "usr_1", "You", RequestStatus.APPROVED, RequestStage.SUBMITTED, null, null);
        wish(
                50,
                "usr_2",
                "Mia",
                RequestStatus.APPROVED,
                RequestStage.FAILED,
                null,
                "Overseerr did not take it: no quality profile is set for series");
        wish(8, "usr_1", "You", RequestStatus.AVAILABLE, RequestStage.DONE, null, null);
        wish(15, "usr_2", "Mia", RequestStatus.DENIED, RequestStage.DONE, null, "Too big for the disk just now");
        for (int number = 16; number < 48; number++) {
            wish(number, "usr_1", "You", RequestStatus.AVAILABLE, RequestStage.DONE, null, null);
        }
        api.services().clear();
        api.services()
                .addAll(List.of(
                        service("plex", "Plex", ServiceState.ONLINE, 38L, "1.43.0", 0.9998),
                        service("overseerr", "Overseerr", ServiceState.ONLINE, 52L, "1.34.0", 0.9991),
                        service("tmdb", "TMDB", ServiceState.DEGRADED, 812L, "812 ms, mostly 90 ms", 0.982),
                        service(
                                "youtube",
                                "Video downloads",
                                ServiceState.OFFLINE,
                                null,
                                "yt-dlp was not found on the path",
                                0.41),
                        new ServiceStatus(
                                "uptime-kuma",
                                "Uptime Kuma",
                                ServiceState.UNKNOWN,
                                null,
                                null,
                                "Set uptime-kuma.url to watch its monitors here",
                                null,
                                false)));
    }

    /// What is wrong in it, and what its keeper sees.
    private void troubles() {
        var inside = api.operations;
        inside.wrong(
                "inc_2",
                "Video downloads does not answer",
                "yt-dlp was not found on the path",
                "youtube",
                Duration.ofMinutes(41));
        inside.wrong("inc_1", "TMDB answers slowly", "Search shows copies meanwhile", "tmdb", Duration.ofMinutes(90));
        inside.acknowledge("inc_1", "I have written to the provider.");
        api.maintenance.add(new Incident(
                "kuma-maintenance-1",
                "New disks for the media server",
                "Plex is away for about two hours.",
                null,
                FakeApi.NOW.plus(Duration.ofDays(2))));
        inside.breakers.clear();
        inside.breakers.addAll(List.of(
                FakeOperations.closed("plex", "Plex"),
                FakeOperations.closed("overseerr", "Overseerr"),
                FakeOperations.open("tmdb", "TMDB", Duration.ofSeconds(24)),
                FakeOperations.closed("uptime-kuma", "Uptime Kuma"),
                FakeOperations.closed("youtube", "Video downloads")));
        inside.letters.addAll(List.of(
                FakeOperations.letter(
                        "7",
                        "submit-request",
                        "Metropolis",
                        "Overseerr answered with 500: no quality profile is set for series"),
                FakeOperations.letter(
                        "8",
                        "collect-playlist",
                        "Lighthouses of the north",
                        "Plex does not know the collection any more")));
    }

    private void wish(
            int number,
            String userId,
            String username,
            RequestStatus status,
            RequestStage stage,
            @Nullable Integer progress,
            @Nullable String reason) {
        MediaRequest request = SampleRequests.by(userId, username, number, status, stage);
        String comment = number == 2 ? "For Saturday, please." : null;
        api.keep(SampleRequests.with(request, progress, reason, comment));
    }

    private static ServiceStatus service(
            String name, String displayName, ServiceState state, @Nullable Long time, String message, double uptime) {
        return new ServiceStatus(name, displayName, state, time, FakeApi.NOW.minusSeconds(4), message, uptime, true);
    }

    @Test
    @DisplayName("the requests can be drawn in every size and look")
    void requests() {
        Consumer<Scene> all = _ -> {};
        shoot(new Route.Requests(null), "requests", all);
        shoot(new Route.Requests("r50"), "requests-failed", scene -> {
            press(scene, "#request-scope-1");
            ((CheckBox) find(scene, "#request-tick-r5")).fire();
            ((CheckBox) find(scene, "#request-tick-r6")).fire();
        });
    }

    @Test
    @DisplayName("the services can be drawn in every size and look")
    void status() {
        troubles();
        shoot(new Route.Status(), "status", _ -> {});
        shoot(new Route.Status(), "status-engine", scene -> {
            press(scene, "#incident-inc_1-unfold");
            press(scene, "#incident-inc_2-acknowledge");
            press(scene, "#letter-discard-8");
            press(scene, "#copies-clear");
            ((ScrollPane) find(scene, "#status-scroll")).setVvalue(1);
        });
    }

    @Test
    @DisplayName("the first page can be drawn in every size and look")
    void home() {
        shoot(new Route.Home(), "home", _ -> {});
    }

    @Test
    @DisplayName("the library can be drawn in every size and look, and while there is none")
    void library() {
        shoot(new Route.Library("1"), "library", _ -> {});
        shoot(new Route.Library("2"), "library-episodes", scene -> {
            press(scene, "#library-episodes");
            find(scene, "#library-titles").requestFocus();
            Event.fireEvent(find(scene, "#library-titles"), enter());
        });
        api.library().becomeEmpty();
        shoot(new Route.Library(null), "library-empty", _ -> {});
    }

    private static KeyEvent enter() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
    }

    @Test
    @DisplayName("a lost line, a failure and a household without wishes can be drawn")
    void states() {
        shoot(new Route.Requests(null), "requests-offline", _ -> events.connection.set(Connection.OFFLINE));
        events.connection.set(Connection.LIVE);
        api.clearRequests();
        shoot(new Route.Requests(null), "requests-empty", _ -> {});
        shoot(new Route.Home(), "home-empty", _ -> {});
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        shoot(new Route.Status(), "status-failed", _ -> {});
    }

    private static void press(Scene scene, String id) {
        assertThat(find(scene, id)).as(id).isInstanceOfSatisfying(ButtonBase.class, ButtonBase::fire);
    }

    private static Node find(Scene scene, String id) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot().lookup(id);
    }

    private void shoot(Route route, String name, Consumer<Scene> act) {
        Stage stage = FxToolkit.call(() -> open(route));
        // What scrolls is only found once it was drawn.
        FxToolkit.awaitFrames();
        FxToolkit.run(() -> act.accept(stage.getScene()));
        Shots.takeAll(stage, Shots.sizes(), "screens/" + name);
        FxToolkit.run(stage::close);
    }

    private Stage open(Route route) {
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
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 0, 1));
        wiring.navigator().go(route);
        return stage;
    }
}
