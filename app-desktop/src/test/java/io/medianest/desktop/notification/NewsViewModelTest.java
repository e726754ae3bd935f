package io.medianest.desktop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FakeNotifications;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.account.User;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final Navigator navigator = new Navigator(new Route.Home());
    private final List<String> announced = new ArrayList<>();
    private final NewsViewModel model =
            new NewsViewModel(api, navigator, new SimpleObjectProperty<@Nullable User>(api.user()));

    @BeforeEach
    void follow() {
        model.follow(events);
        model.speak(notices, new Texts(Locale.UK, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC)));
        model.speak((Notices.News news) -> announced.add(news.title()));
    }

    private void happens(NotificationType type, @Nullable String about) {
        Notification news = FakeNotifications.news("ntf_9", type, "Title", "Message", 0, about);
        events.publish(new ServerEvent.NotificationAdded("usr_1", news));
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST_AVAILABLE, /api/v1/media/requests/req_7, GOOD",
        "DOWNLOAD_FAILED, /api/v1/youtube/downloads/dl_7, BAD",
        "INCIDENT_OPENED, /api/v1/admin/incidents, WAITING"
    })
    @DisplayName("tells what happened, in the window and outside, and leads there")
    void tells(NotificationType type, String about, String tone) {
        happens(type, about);
        assertThat(notices.told).containsExactly(tone + " Title Message");
        assertThat(announced).containsExactly("Title");

        notices.shows.getFirst().run();
        Route expected = switch (type) {
            case REQUEST_AVAILABLE -> new Route.Requests("req_7");
            case DOWNLOAD_FAILED -> new Route.Downloads("dl_7");
            default -> new Route.Status();
        };
        assertThat(navigator.currentProperty().get()).isEqualTo(expected);
    }

    @Test
    @DisplayName("leads to the list where there is no better place")
    void noPlace() {
        happens(NotificationType.UNKNOWN, null);
        notices.shows.getFirst().run();

        assertThat(navigator.currentProperty().get()).isEqualTo(new Route.Notifications());
    }

    @Test
    @DisplayName("is silent about a yes or no that was given here, but not about what becomes of it")
    void ownDoing() {
        api.changed.add("/api/v1/media/requests/req_7");
        happens(NotificationType.REQUEST_APPROVED, "/api/v1/media/requests/req_7");
        happens(NotificationType.REQUEST_DENIED, "/api/v1/media/requests/req_7");
        assertThat(notices.said).isEmpty();

        happens(NotificationType.REQUEST_FAILED, "/api/v1/media/requests/req_7");
        happens(NotificationType.REQUEST_APPROVED, "/api/v1/media/requests/req_8");
        assertThat(notices.said).hasSize(2);
    }

    @Test
    @DisplayName("is silent when a wish made here is approved at once")
    void ownWish() {
        api.changed.add("/api/v1/media/request");
        happens(NotificationType.REQUEST_APPROVED, "/api/v1/media/requests/req_9");

        assertThat(notices.said).isEmpty();
    }

    @Test
    @DisplayName("tells an admin of what others ask for, not of their own wishes nor of what needs no yes")
    void asked() {
        events.publish(new ServerEvent.RequestCreated(wish("usr_2", "Mia", RequestStatus.PENDING)));
        events.publish(new ServerEvent.RequestCreated(wish("usr_1", "You", RequestStatus.PENDING)));
        events.publish(new ServerEvent.RequestCreated(wish("usr_2", "Mia", RequestStatus.APPROVED)));

        assertThat(notices.said).singleElement().asString().startsWith("Mia asks for “");
    }

    private static MediaRequest wish(String userId, String name, RequestStatus status) {
        return SampleRequests.by(userId, name, 3, status, RequestStage.QUEUED);
    }
}
