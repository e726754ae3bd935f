package io.medianest.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveBoardTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final LiveBoard board = new LiveBoard();

    @BeforeEach
    void follow() {
        board.follow(events);
        events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 0, 1));
    }

    private MediaRequest pending() {
        return api.all().getLast();
    }

    @Test
    @DisplayName("counts what waits for a decision")
    void waiting() {
        assertThat(board.waitingProperty().get()).isEqualTo(2);

        events.publish(
                new ServerEvent.RequestChanged(FakeApi.with(pending(), RequestStatus.APPROVED, RequestStage.QUEUED)));

        assertThat(board.waitingProperty().get()).isEqualTo(1);
    }

    @Test
    @DisplayName("counts what has not been read: as the server says at first, then by what is new")
    void unread() {
        events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 3, 1));
        events.publish(new ServerEvent.NotificationAdded("usr_1", news("ntf_1", false)));
        events.publish(new ServerEvent.NotificationAdded("usr_1", news("ntf_2", true)));
        assertThat(board.unreadProperty().get()).isEqualTo(4);

        board.noteUnread(0);
        assertThat(board.unreadProperty().get()).isZero();
    }

    private static Notification news(String id, boolean read) {
        return new Notification(id, NotificationType.REQUEST_APPROVED, "Approved", "“Heat”", FakeApi.NOW, read, null);
    }

    @Test
    @DisplayName("keeps the newer version when news overtake each other")
    void order() {
        MediaRequest approved = FakeApi.with(pending(), RequestStatus.APPROVED, RequestStage.QUEUED);
        events.publish(new ServerEvent.RequestChanged(approved));
        events.publish(new ServerEvent.RequestChanged(pending()));

        assertThat(board.request(pending().key())).isEqualTo(approved);
    }

    @Test
    @DisplayName("knows each service as it was last checked")
    void services() {
        var down = new ServiceStatus("plex", "Plex", ServiceState.OFFLINE, null, FakeApi.NOW, "Gone", 0.9, true);
        events.publish(new ServerEvent.ServiceChecked(down));

        assertThat(board.services()).containsEntry("plex", down).hasSize(4);
    }

    @Test
    @DisplayName("keeps after a connect what is open and only too old to be among so many")
    void tooMany() {
        var old = pending();
        var many = IntStream.range(0, LiveState.MOST_REQUESTS)
                .mapToObj(number -> FakeApi.madeAt(old.createdAt().plusSeconds(1 + number), "req_" + number, old))
                .toList()
                .reversed();
        events.publish(new LiveState(api.user(), many, List.of(), List.of(), 0, 1));
        assertThat(board.requests()).containsEntry(old.key(), old);

        events.publish(new LiveState(api.user(), many.subList(1, many.size()), List.of(), List.of(), 0, 1));
        assertThat(board.requests()).doesNotContainKey(old.key());
    }

    @Test
    @DisplayName("begins anew with each connect")
    void replaced() {
        events.publish(new LiveState(api.user(), List.of(), List.of(), List.of(), 0, 1));

        assertThat(board.requests()).isEmpty();
        assertThat(board.services()).isEmpty();
        assertThat(board.waitingProperty().get()).isZero();
    }
}
