package io.medianest.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.desktop.FakeApi;
import io.medianest.model.account.Preferences;
import io.medianest.model.api.Json;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private final FakeApi api = new FakeApi();
    private final NewsReader reader = new NewsReader();
    private final EventFeed feed = new EventFeed();
    private final List<ServerEvent> heard = new ArrayList<>();
    private final List<LiveState> states = new ArrayList<>();
    private int missed;

    @BeforeEach
    void listen() {
        feed.listen(new EventListener() {
            @Override
            public void on(ServerEvent event) {
                heard.add(event);
            }

            @Override
            public void missedSome() {
                missed++;
            }
        });
        feed.onState(states::add);
    }

    private static String json(Object value) {
        try {
            return Json.strict().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void hear(String name, String payload) {
        feed.accept(reader.read(name, payload));
    }

    private void state(String name, long seq) {
        hear(name, json(new LiveState(api.user(), api.all(), List.of(), api.services(), 0, seq)));
    }

    private void request(String name, long seq) {
        hear(name, json(Map.of("seq", seq, "correlationId", "c1", "request", first())));
    }

    private MediaRequest first() {
        return api.all().getFirst();
    }

    @Test
    @DisplayName("hands over the state that comes with a connect")
    void initial() {
        state("state:initial", 4);

        assertThat(states).hasSize(1);
        assertThat(states.getFirst().requests()).isEqualTo(api.all());
        assertThat(missed).isZero();
    }

    @Test
    @DisplayName("turns each message into its event")
    void events() {
        state("state:initial", 1);
        request("mediaRequest:created", 2);
        request("mediaRequest:statusChanged", 3);
        hear("service:status", json(Map.of("seq", 4, "service", api.services().getFirst())));

        assertThat(heard)
                .containsExactly(
                        new ServerEvent.RequestCreated(first()),
                        new ServerEvent.RequestChanged(first()),
                        new ServerEvent.ServiceChecked(api.services().getFirst()));
        assertThat(missed).isZero();
    }

    @Test
    @DisplayName("knows whom personal events are for, since they say so nowhere")
    void personal() {
        var notification = new Notification(
                "ntf_1", NotificationType.REQUEST_APPROVED, "Approved", "All is well.", FakeApi.NOW, false, null);
        var dark = new Preferences(null, null, "dark", null);
        state("state:initial", 1);
        hear("notification:new", json(Map.of("seq", 2, "notification", notification)));
        hear("preferences:updated", json(Map.of("seq", 3, "preferences", dark)));

        var me = api.user().id();
        assertThat(heard)
                .containsExactly(
                        new ServerEvent.NotificationAdded(me, notification),
                        new ServerEvent.PreferencesChanged(me, dark, null));
        assertThat(missed).isZero();
    }

    @Test
    @DisplayName("tells listeners to read again when a number is missing, and still hands over the event")
    void gap() {
        state("state:initial", 1);
        request("mediaRequest:created", 3);

        assertThat(missed).isEqualTo(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    @DisplayName("tells listeners to read again after a reconnect")
    void sync() {
        state("state:initial", 7);
        state("state:sync", 1);
        request("mediaRequest:created", 2);

        assertThat(missed).isEqualTo(1);
        assertThat(states).hasSize(2);
    }

    @Test
    @DisplayName("passes over events of a newer server, but counts them")
    void unknown() {
        state("state:initial", 1);
        hear("weather:changed", "{\"seq\":2,\"weather\":{}}");
        request("mediaRequest:created", 3);

        assertThat(heard).hasSize(1);
        assertThat(missed).isZero();
    }

    @Test
    @DisplayName("survives a message that makes no sense and reads again")
    void nonsense() {
        hear("state:initial", "{\"requests\": 3");

        assertThat(missed).isEqualTo(1);
    }

    @Test
    @DisplayName("forgets a listener that has ended its subscription")
    void unsubscribed() {
        var others = new ArrayList<ServerEvent>();
        Subscription subscription = feed.listen(others::add);
        subscription.close();
        request("mediaRequest:created", 1);

        assertThat(others).isEmpty();
    }
}
