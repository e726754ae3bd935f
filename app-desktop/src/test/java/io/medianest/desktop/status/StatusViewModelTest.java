package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.User;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();

    private final FakeNotices notices = new FakeNotices();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(api.user());

    private StatusViewModel started() {
        var model = new StatusViewModel(
                api,
                events,
                new Async(Runnable::run, Runnable::run, _ -> {}),
                notices,
                me,
                Clock.fixed(FakeApi.NOW.plusSeconds(4), ZoneOffset.UTC));
        model.start();
        return model;
    }

    private static ServiceStatus plex(ServiceState state, Instant at, long time) {
        return new ServiceStatus("plex", "Plex", state, time, at, "1.43.0", 0.99, true);
    }

    private static StatusHistory history(ServiceCard card) {
        return Objects.requireNonNull(card.historyProperty().get());
    }

    private long reports() {
        return api.calls.stream().filter("serviceStatus"::equals).count();
    }

    @Test
    @DisplayName("every service has a card with its last 24 hours")
    void reads() {
        var model = started();
        assertThat(model.services())
                .extracting(ServiceCard::name)
                .containsExactly("plex", "overseerr", "tmdb", "uptime-kuma");
        assertThat(model.services()).allMatch(card -> history(card).window().equals("24h"));
        assertThat(model.sinceCheckProperty().get()).contains(Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("a check repaints its card and lengthens its chart, without asking again")
    void checked() {
        var model = started();
        ServiceCard card = model.services().getFirst();
        int before = history(card).samples().size();

        events.publish(new ServiceChecked(plex(ServiceState.ONLINE, FakeApi.NOW.plusSeconds(3), 41)));

        assertThat(model.services().getFirst()).isSameAs(card);
        assertThat(card.status().responseTime()).isEqualTo(41);
        assertThat(history(card).samples()).hasSize(before + 1);
        assertThat(model.sinceCheckProperty().get()).contains(Duration.ofSeconds(1));
        assertThat(reports()).isEqualTo(1);
    }

    @Test
    @DisplayName("a check that was overtaken by a later one changes nothing")
    void overtaken() {
        var model = started();
        events.publish(new ServiceChecked(plex(ServiceState.ONLINE, FakeApi.NOW.minusSeconds(60), 999)));
        assertThat(model.services().getFirst().status().responseTime()).isEqualTo(38);
    }

    @Test
    @DisplayName("a changed state reads the report, since an incident may have begun")
    void stateChanged() {
        var model = started();
        ServiceStatus down = plex(ServiceState.OFFLINE, FakeApi.NOW.plusSeconds(3), 0);
        api.services().set(0, down);
        events.publish(new ServiceChecked(down));
        assertThat(reports()).isEqualTo(2);
        assertThat(model.services().getFirst().status().status()).isEqualTo(ServiceState.OFFLINE);
    }

    @Test
    @DisplayName("another window reads every history again")
    void window() {
        var model = started();
        model.look(Window.WEEK);
        assertThat(api.calls).contains("serviceHistory plex 7d", "serviceHistory uptime-kuma 7d");
        assertThat(history(model.services().getFirst()).window()).isEqualTo("7d");
    }

    @Test
    @DisplayName("a service that is not set up is shown, but has no history to read")
    void notConfigured() {
        api.services().set(0, new ServiceStatus("plex", "Plex", ServiceState.UNKNOWN, null, null, null, null, false));
        var model = started();
        assertThat(model.services()).hasSize(4);
        assertThat(api.calls).doesNotContain("serviceHistory plex 24h");
    }

    @Test
    @DisplayName("no services, a failure and a lost line each have their own state")
    void states() {
        api.services().clear();
        var model = started();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Empty.class);
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.refresh();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);
        api.failWith(null);
        api.services().add(plex(ServiceState.ONLINE, FakeApi.NOW, 38));
        model.refresh();
        assertThat(stale(model)).isFalse();
        events.connection.set(Connection.OFFLINE);
        assertThat(stale(model)).isTrue();
        events.connection.set(Connection.LIVE);
        assertThat(stale(model)).isFalse();
        model.close();
        assertThat(events.listeners()).isZero();
    }

    private static boolean stale(StatusViewModel model) {
        return model.screenProperty().get() instanceof Screen.Content<?>(var _, var stale) && stale != null;
    }
}
