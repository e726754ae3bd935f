package io.medianest.desktop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FakeNotifications;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.NotificationApi.Which;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotificationsViewModelTest {
    private final FakeNotifications api = new FakeNotifications();
    private final FakeEvents events = new FakeEvents();
    private final LiveBoard board = new LiveBoard();
    private final FakeNotices notices = new FakeNotices();
    private final NotificationsViewModel model = new NotificationsViewModel(
            api,
            events,
            board,
            new Async(Runnable::run, Runnable::run, _ -> {}),
            notices,
            Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));

    @BeforeEach
    void follow() {
        board.follow(events);
        model.start();
    }

    private List<Notification> listed() {
        return model.screenProperty().get() instanceof Screen.Content<List<Notification>>(var list, var _)
                ? list
                : List.of();
    }

    private List<String> ids() {
        return listed().stream().map(Notification::id).toList();
    }

    private static Notification fresh(String id) {
        return FakeNotifications.news(id, NotificationType.REQUEST_DENIED, "Request denied", "“Heat”", 0, null);
    }

    @Test
    @DisplayName("shows what is unread first, then the newest first")
    void order() {
        model.refresh();

        assertThat(ids()).containsExactly("ntf_6", "ntf_4", "ntf_3", "ntf_5", "ntf_2", "ntf_1");
        assertThat(model.unreadProperty().get()).isEqualTo(3);
    }

    @Test
    @DisplayName("marks one as read at once, and leaves it where it is until the list is read again")
    void readOne() {
        model.refresh();
        model.read(listed().getFirst());
        assertThat(ids()).startsWith("ntf_6", "ntf_4");
        assertThat(listed().getFirst().read()).isTrue();
        assertThat(board.unreadProperty().get()).isEqualTo(2);

        model.refresh();
        assertThat(ids()).startsWith("ntf_4", "ntf_3", "ntf_6");
    }

    @Test
    @DisplayName("marks all as read")
    void readAll() {
        model.refresh();
        model.readAll();

        assertThat(listed()).hasSize(6).allMatch(Notification::read);
        assertThat(board.unreadProperty().get()).isZero();
    }

    @Test
    @DisplayName("says so when it could not be marked, and then shows what is true")
    void notMarked() {
        model.refresh();
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        Notification news = listed().getFirst();
        model.read(news);
        assertThat(notices.said).containsExactly("INTERNAL_ERROR");

        api.failWith(null);
        model.refresh();
        assertThat(listed().getFirst().read()).isFalse();
    }

    @Test
    @DisplayName("what is new comes in at the top by itself, once, and ends that there is nothing")
    void live() {
        model.refresh();
        events.publish(new ServerEvent.NotificationAdded("usr_1", fresh("ntf_7")));
        events.publish(new ServerEvent.NotificationAdded("usr_1", fresh("ntf_7")));
        assertThat(ids()).startsWith("ntf_7", "ntf_6").hasSize(7);

        api.all.clear();
        model.refresh();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Empty.class);
        events.publish(new ServerEvent.NotificationAdded("usr_1", fresh("ntf_8")));
        assertThat(ids()).containsExactly("ntf_8");
    }

    @Test
    @DisplayName("keeps fifty at most")
    void bounded() {
        model.refresh();
        for (int number = 0; number < 60; number++) {
            events.publish(new ServerEvent.NotificationAdded("usr_1", fresh("new_" + number)));
        }

        assertThat(ids()).hasSize(50).startsWith("new_59");
    }

    @Test
    @DisplayName("can show only what is unread")
    void unreadOnly() {
        model.show(Which.UNREAD);

        assertThat(ids()).containsExactly("ntf_6", "ntf_4", "ntf_3");
    }

    @Test
    @DisplayName("says what went wrong, and shows a copy where there is one; offline empties nothing")
    void failures() {
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.refresh();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);

        api.failWith(null);
        model.refresh();
        events.connection.set(Connection.OFFLINE);
        assertThat(model.screenProperty().get())
                .isInstanceOfSatisfying(
                        Screen.Content.class,
                        content -> assertThat(content.stale()).isNotNull());
        events.connection.set(Connection.LIVE);
        assertThat(model.screenProperty().get())
                .isInstanceOfSatisfying(
                        Screen.Content.class,
                        content -> assertThat(content.stale()).isNull());
    }

    @Test
    @DisplayName("listens no more once it is closed")
    void closed() {
        int before = events.listeners();
        model.close();

        assertThat(events.listeners()).isEqualTo(before - 1);
    }
}
