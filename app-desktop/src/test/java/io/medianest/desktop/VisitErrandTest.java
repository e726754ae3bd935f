package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.desktop.api.Admission;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.RemoteServer;
import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.account.PlexPin;
import io.medianest.model.api.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Being a window of another MediaNest of the house, which is a real server with the demo around it.
class VisitErrandTest {
    @TempDir
    private static Path directory;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.inThisProcess()
                .start(List.of(
                        "--demo",
                        "--server.port=0",
                        "--server.host=127.0.0.1",
                        "--data.dir=" + directory.resolve("other")));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @DisplayName("a window is paired with a code, shows the other household, and is forgotten there when it leaves")
    void pairs() throws TimeoutException {
        try (var owner = new DemoGuest(server.address());
                var window = DemoWindow.of(server.address(), directory.resolve("window"))) {
            owner.use(server.credential());
            window.until("a code is asked for", () -> window.shows("#connect-code"));
            window.photograph("errand-visit-code");
            window.robot().clickOn("#connect-code").write(owner.makeCode()).push(KeyCode.ENTER);
            window.until("the other household is shown", window::isLiveDemo);
            assertThat(devices(owner)).contains("MediaNest on ");

            window.robot().clickOn("#rail-settings");
            window.until("the sections are listed", () -> window.shows("#settings-devices"));
            window.robot().clickOn("#settings-devices");
            window.until("it says whose window it is", () -> window.shows("#visit-leave"));
            window.photograph("errand-visit-leave");
            window.robot().clickOn("#visit-leave");
            window.until("a code is asked for again", () -> window.shows("#connect-code"));
            assertThat(devices(owner)).doesNotContain("MediaNest on ");
        }
    }

    private static String devices(DemoGuest owner) {
        return owner.read("admin/sessions").toString();
    }

    @Test
    @DisplayName("whoever says yes at Plex is let in without a code, until the window leaves")
    void plex() throws IOException {
        var remote = RemoteServer.of(server.address(), directory.resolve("machine"));
        var door = new RemoteDoor(remote, new Texts(Locale.UK, Clock.systemUTC()));
        PlexPin pin = door.askPlex();
        assertThat(door.answerOfPlex(pin)).isEmpty();
        try (var person = new DemoGuest(server.address())) {
            person.sayYes(pin.authUrl());
        }
        Admission admission = door.answerOfPlex(pin).orElseThrow();
        door.remember(admission);
        door.check(admission);

        new RemoteVisit(remote, admission).end();
        assertThat(door.admission()).isEmpty();
        assertThatThrownBy(() -> door.check(admission))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }
}
