package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.shell.Route;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the world may do to a window: words that nobody expected, far too much of everything, a server that goes.
@ExtendWith(OnFxThread.class)
class HostileWorldTest {
    private static final List<String> TITLES = List.of(
            "W".repeat(400),
            "A film whose name somebody has thought of for very long, and then for longer still, ".repeat(5),
            "مسلسل طويل جدا ‏עם שם בשפה אחרת",
            "🎬👩‍👩‍👧‍👦🏴‍☠️ Ⓣ𝔥𝕖 𝒻𝒾𝓁𝓂 Z̷͔͊a̶͇͝l̴̰̑g̵͉̈ó̷̜",
            "two\nlines\tand \u0000 others",
            " ");
    private static final List<Route> PLACES = List.of(
            new Route.Home(),
            new Route.Requests(null),
            new Route.Downloads(null),
            new Route.Library(null),
            new Route.Status(),
            new Route.Notifications(),
            new Route.Settings());
    private static final int MANY = 5_000;

    private final FakeWindow window = new FakeWindow();

    @BeforeEach
    void household() {
        window.settings.rememberSetUp();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static MediaRequest titled(int number, String title) {
        MediaRequest like = SampleRequests.by("usr_2", title, number, RequestStatus.PENDING, RequestStage.QUEUED);
        return new MediaRequest(
                like.id(),
                like.tmdbId(),
                like.mediaType(),
                title,
                like.year(),
                null,
                like.status(),
                like.stage(),
                like.quality(),
                title,
                like.seasons(),
                like.userId(),
                title,
                null,
                null,
                title,
                like.createdAt(),
                like.updatedAt(),
                like.version());
    }

    @Test
    @DisplayName("no title is too long or too strange for the smallest window: what can be pressed stays within it")
    void titles() {
        window.api.clearRequests();
        for (int number = 1; number <= TITLES.size(); number++) {
            String title = TITLES.get(number - 1);
            window.api.keep(titled(number, title));
            window.api.downloads.keep(
                    SampleDownloads.video(number)
                            .titled(title)
                            .running(12, 1, Long.MAX_VALUE)
                            .of("usr_2", title)
                            .done(),
                    SampleDownloads.video(number + 20)
                            .titled(title)
                            .failed(title)
                            .done());
            window.api.notifications.all.addFirst(FakeNotifications.news(
                    "n" + number, NotificationType.DOWNLOAD_FAILED, title, title, 0, "/api/v1/nowhere"));
        }
        window.open(960, 600);
        for (Route place : PLACES) {
            window.go(place);
            window.act(() -> {});
            assertThat(window.seen(".button")).as("buttons of %s", place).allSatisfy(this::isWithinSight);
        }
    }

    /// A strip may go on beyond the edge; one scrolls there.
    private void isWithinSight(Node node) {
        boolean inStrip = false;
        for (Node at = node; at != null; at = at.getParent()) {
            inStrip |= at.getStyleClass().contains("strip");
        }
        double right =
                window.ask(() -> node.localToScene(node.getLayoutBounds()).getMaxX());
        assertThat(inStrip || right <= window.scene().getWidth())
                .as("%s ends at %s", node.getId(), right)
                .isTrue();
        assertThat(node).isInstanceOf(Button.class);
    }

    @Test
    @DisplayName("of thousands of requests, downloads and news only what is in sight is there")
    void thousands() {
        IntStream.range(0, MANY).forEach(number -> window.api.keep(SampleRequests.pending(number)));
        IntStream.range(0, MANY)
                .forEach(number -> window.api.downloads.keep(
                        SampleDownloads.video(number).is(DownloadStatus.QUEUED).done()));
        window.open();
        window.act(() -> IntStream.range(0, MANY)
                .forEach(number -> window.events.publish(new ServerEvent.NotificationAdded(
                        "usr_1",
                        FakeNotifications.news(
                                "m" + number, NotificationType.REQUEST_AVAILABLE, "Ready", "Film", 0, "x")))));
        assertThat(window.seen(".toast")).hasSizeLessThanOrEqualTo(4);
        assertThat(window.ask(() -> window.wiring().unread())).isEqualTo(MANY + 3L);
        for (Route place : PLACES) {
            window.go(place);
            assertThat(window.seen("*")).as("nodes of %s", place).hasSizeLessThan(6_000);
        }
        window.go(new Route.Requests(null));
        window.press(KeyCode.END);
        assertThat(window.shows(".request-cell")).isTrue();
    }

    @Test
    @DisplayName("a line that breaks again and again is told of, takes nothing away, and each time all is read again")
    void flapping() {
        window.open();
        window.go(new Route.Requests(null));
        int shown = window.seen(".request-cell").size();
        for (int times = 0; times < 20; times++) {
            window.act(() -> window.events.connection.set(Connection.RECONNECTING));
            window.act(() -> window.events.connection.set(Connection.OFFLINE));
            assertThat(window.seen(".request-cell")).hasSize(shown);
            window.api.calls.clear();
            window.act(() -> {
                window.events.connection.set(Connection.LIVE);
                window.publish();
                window.events.miss();
            });
            assertThat(window.api.calls).as("what is asked when it is back").hasSizeBetween(1, 24);
        }
        assertThat(window.seen(".request-cell")).hasSize(shown);
    }
}
