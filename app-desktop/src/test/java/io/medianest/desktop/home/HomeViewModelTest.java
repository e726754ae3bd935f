package io.medianest.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.SampleDownloads;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.User;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent.DownloadProgressed;
import io.medianest.model.event.ServerEvent.RequestChanged;
import io.medianest.model.event.ServerEvent.RequestCreated;
import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final LiveBoard board = new LiveBoard();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(api.user());

    private HomeViewModel started() {
        board.follow(events);
        var model = new HomeViewModel(
                api,
                events,
                board,
                new Async(Runnable::run, Runnable::run, _ -> {}),
                notices,
                me,
                Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
        model.start();
        return model;
    }

    private static <T> T content(ReadOnlyObjectProperty<Screen<T>> screen) {
        if (screen.get() instanceof Screen.Content<T>(T value, var _)) {
            return value;
        }
        throw new AssertionError("No content: " + screen.get());
    }

    private static Counters counters(HomeViewModel model) {
        return content(model.requests().screenProperty()).counters();
    }

    @ParameterizedTest
    @CsvSource({"04:59,NIGHT", "05:00,MORNING", "12:00,AFTERNOON", "18:00,EVENING", "22:59,EVENING", "23:00,NIGHT"})
    @DisplayName("the greeting goes with the hour")
    void greeting(LocalTime time, DayPart part) {
        assertThat(DayPart.of(time)).isEqualTo(part);
    }

    @Test
    @DisplayName("the counters count mine, and everybody's that wait for me")
    void counts() {
        api.keep(SampleRequests.by("usr_2", "Mia", 20, RequestStatus.PENDING, RequestStage.QUEUED));
        api.keep(SampleRequests.request(21, RequestStatus.AVAILABLE, RequestStage.DONE));
        assertThat(counters(started())).isEqualTo(new Counters(4, 1, 1, 3));
    }

    @Test
    @DisplayName("before it is known who I am nothing waits for me; then it is counted")
    void whoAmI() {
        me.set(null);
        var model = started();
        assertThat(counters(model).waiting()).isZero();
        me.set(api.user());
        assertThat(counters(model).waiting()).isEqualTo(2);
    }

    @Test
    @DisplayName("a new request counts at once; progress repaints its line without counting again")
    void events() {
        var model = started();
        MediaRequest made = SampleRequests.request(0, RequestStatus.APPROVED, RequestStage.DOWNLOADING);
        api.keep(made);
        events.publish(new RequestCreated(made));
        assertThat(counters(model).open()).isEqualTo(5);
        assertThat(content(model.requests().screenProperty()).newest().getFirst())
                .isEqualTo(made);

        int calls = api.calls.size();
        MediaRequest further = SampleRequests.with(made, 80, null, null);
        events.publish(new RequestChanged(further));
        assertThat(content(model.requests().screenProperty()).newest().getFirst())
                .isEqualTo(further);
        assertThat(api.calls).hasSize(calls);
    }

    @Test
    @DisplayName("posters show what is asked for, as it happens")
    void posters() {
        var model = started();
        Poster<TitleKey> sintel = poster(model, "Sintel");
        assertThat(sintel.badge()).isNull();
        model.trending().request(sintel);
        assertThat(poster(model, "Sintel").badge()).isInstanceOf(Poster.Badge.Requested.class);
        assertThat(notices.said).containsExactly("home.requested");
    }

    private static Poster<TitleKey> poster(HomeViewModel model, String title) {
        return content(model.trending().screenProperty()).stream()
                .filter(poster -> poster.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a check changes one light and leaves the others")
    void lights() {
        var model = started();
        List<ServiceStatus> before = content(model.services().screenProperty());
        var slow = new ServiceStatus(
                "plex", "Plex", ServiceState.DEGRADED, 900L, FakeApi.NOW, "Answers slowly", 0.9, true);
        events.publish(new ServiceChecked(slow));
        assertThat(content(model.services().screenProperty()))
                .startsWith(slow)
                .endsWith(before.subList(1, 4).toArray(ServiceStatus[]::new));
    }

    @Test
    @DisplayName("the household's numbers are read again when something moves, not when bytes arrive")
    void glance() {
        var model = started();
        assertThat(content(model.glance().screenProperty()).summary().libraryThisWeek())
                .isEqualTo(12);
        assertThat(content(model.glance().screenProperty()).recentActivity()).hasSize(4);
        api.activity.removeFirst();
        events.publish(new RequestChanged(SampleRequests.request(4, RequestStatus.APPROVED, RequestStage.SUBMITTED)));
        assertThat(content(model.glance().screenProperty()).recentActivity()).hasSize(3);
        long asked = api.calls.stream().filter("stats"::equals).count();
        events.publish(new DownloadProgressed(running()));
        assertThat(api.calls.stream().filter("stats"::equals)).hasSize((int) asked);
    }

    @Test
    @DisplayName("what came into the library last shows, and what comes now")
    void newest() {
        var model = started();
        assertThat(content(model.newest().screenProperty())).hasSize(20);
        api.library().calls.clear();
        events.publish(new RequestChanged(SampleRequests.request(4, RequestStatus.AVAILABLE, RequestStage.DONE)));
        assertThat(api.library().calls).containsExactly("recent 20");
        api.library().becomeEmpty();
        model.newest().refresh();
        assertThat(model.newest().screenProperty().get()).isInstanceOf(Screen.Empty.class);
    }

    private static Download running() {
        return SampleDownloads.video(1).running(64, 8_200_000, 72).done();
    }

    @Test
    @DisplayName("downloads that arrive show with their progress, others do not")
    void downloads() {
        Download running = running();
        api.downloads()
                .keep(
                        running,
                        SampleDownloads.video(2).is(DownloadStatus.QUEUED).done());
        var model = started();
        assertThat(content(model.downloads().screenProperty())).containsExactly(running);
        int calls = api.downloads().calls.size();
        Download further = SampleDownloads.later(running, draft -> draft.running(80, 8_000_000, 40));
        events.publish(new DownloadProgressed(further));
        assertThat(content(model.downloads().screenProperty())).containsExactly(further);
        assertThat(api.downloads().calls).hasSize(calls);
    }

    @Test
    @DisplayName("without a catalogue there is nothing that people watch, which is no failure")
    void noCatalogue() {
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        var model = started();
        events.publish(new LiveState(
                api.user(), List.of(), List.of(), List.of(FakeApi.unset("overseerr"), FakeApi.unset("tmdb")), 0, 1));
        assertThat(model.trending().screenProperty().get()).isEqualTo(Screen.empty());

        api.failWith(null);
        events.publish(new LiveState(api.user(), List.of(), List.of(), api.services(), 0, 2));
        assertThat(content(model.trending().screenProperty())).isNotEmpty();
    }

    @Test
    @DisplayName("when nothing can be read each part says so, and after closing nobody listens")
    void failure() {
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        var model = started();
        assertThat(model.requests().screenProperty().get()).isInstanceOf(Screen.Failed.class);
        assertThat(model.trending().screenProperty().get()).isInstanceOf(Screen.Failed.class);
        assertThat(model.services().screenProperty().get()).isInstanceOf(Screen.Failed.class);
        int others = events.listeners();
        model.close();
        assertThat(events.listeners()).isEqualTo(others - 5);
    }
}
