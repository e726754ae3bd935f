package io.medianest.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.request.RequestAction;
import io.medianest.desktop.search.DetailsViewModel.Choice;
import io.medianest.desktop.search.DetailsViewModel.SeasonStanding;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Stale;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.Season;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DetailsViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final LiveBoard board = new LiveBoard();

    private DetailsViewModel model(String title) {
        board.follow(events);
        return new DetailsViewModel(
                api.title(title).key(),
                new DetailsViewModel.Server(api, events, board, new SimpleObjectProperty<>(api.user())),
                new Async(Runnable::run, Runnable::run, _ -> {}),
                notices,
                Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    }

    private static MediaDetails shown(DetailsViewModel model) {
        return model.screenProperty().get() instanceof Screen.Content<MediaDetails> content
                ? content.value()
                : fail("no content");
    }

    private static MediaRequest request(DetailsViewModel model) {
        return Objects.requireNonNull(model.requestProperty().get()).request();
    }

    private MediaRequest known(String title) {
        return api.all().stream()
                .filter(request -> request.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("shows a title that nobody asked for, ready to be asked for")
    void fresh() {
        DetailsViewModel model = model("Vampyr");
        model.read();

        assertThat(shown(model).item().title()).isEqualTo("Vampyr");
        assertThat(model.requestProperty().get()).isNull();
        assertThat(model.isAskable(shown(model), null)).isTrue();
    }

    @Test
    @DisplayName("does not offer what the library has")
    void inLibrary() {
        DetailsViewModel model = model("The Kid");
        model.read();

        assertThat(model.isAskable(shown(model), null)).isFalse();
    }

    @Test
    @DisplayName("offers more seasons of a series that the library has, but not while a request for it is open")
    void moreSeasons() {
        DetailsViewModel model = model("Bonanza");
        model.read();
        assertThat(shown(model).item().availability().plex()).isTrue();
        assertThat(model.isAskable(shown(model), null)).isTrue();

        model.ask(new Choice(Quality.HD, "", List.of(2)));

        assertThat(model.isAskable(shown(model), model.requestProperty().get())).isFalse();
    }

    @Test
    @DisplayName(
            "asks for a whole series without naming its seasons, and names them where the library has some already")
    void wholeSeries() {
        for (var title : List.of("Dragnet", "Bonanza")) {
            DetailsViewModel model = model(title);
            model.read();
            var regular = Objects.requireNonNull(shown(model).seasons()).stream()
                    .map(Season::seasonNumber)
                    .filter(number -> number > 0)
                    .toList();
            model.ask(new Choice(Quality.HD, "", regular));
        }

        assertThat(api.wishes.get(api.wishes.size() - 2).seasons()).isNull();
        assertThat(api.wishes.getLast().seasons()).isNotNull().isNotEmpty();
    }

    @Test
    @DisplayName("asks with quality, comment and seasons, then shows the request with its history")
    void ask() {
        DetailsViewModel model = model("Dragnet");
        model.read();
        model.ask(new Choice(Quality.UHD, "  for Saturday ", List.of(1, 2)));

        assertThat(request(model).title()).isEqualTo("Dragnet");
        assertThat(Objects.requireNonNull(model.requestProperty().get()).statusHistory())
                .hasSize(1);
        assertThat(api.wishes.getLast().comment()).isEqualTo("for Saturday");
        assertThat(api.wishes.getLast().quality()).isEqualTo(Quality.UHD);
        assertThat(api.wishes.getLast().seasons()).containsExactly(1, 2);
        assertThat(model.askingProperty().get()).isFalse();
        assertThat(notices.said).containsExactly("search.requested");
    }

    @Test
    @DisplayName("says why it could not be asked for, and lets one try again")
    void refused() {
        DetailsViewModel model = model("Vampyr");
        model.read();
        api.failWith(FakeApi.problem(ErrorCode.RATE_LIMIT_EXCEEDED));
        model.ask(new Choice(Quality.HD, "", List.of()));

        assertThat(notices.said).containsExactly("RATE_LIMIT_EXCEEDED");
        assertThat(model.askingProperty().get()).isFalse();
    }

    @Test
    @DisplayName("reads the history again when an event says that the request moved on")
    void moves() {
        DetailsViewModel model = model("Charade");
        events.publish(new ServerEvent.RequestCreated(known("Charade")));
        model.read();
        assertThat(request(model).status()).isEqualTo(RequestStatus.PENDING);

        MediaRequest approved = FakeApi.with(known("Charade"), RequestStatus.APPROVED, RequestStage.SUBMITTED);
        api.keep(approved);
        events.publish(new ServerEvent.RequestChanged(approved));

        assertThat(request(model).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(Objects.requireNonNull(model.requestProperty().get()).statusHistory())
                .hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("takes a mere progress from the event itself, without asking the server")
    void progress() {
        DetailsViewModel model = model("Metropolis");
        MediaRequest before = known("Metropolis");
        events.publish(new ServerEvent.RequestChanged(before));
        int asked = api.calls.size();

        events.publish(
                new ServerEvent.RequestChanged(FakeApi.with(before, RequestStatus.APPROVED, RequestStage.DOWNLOADING)));

        assertThat(request(model).version()).isEqualTo(2);
        assertThat(api.calls).hasSize(asked);
    }

    @Test
    @DisplayName("minds only its own title")
    void others() {
        DetailsViewModel model = model("Vampyr");
        model.read();
        events.publish(new ServerEvent.RequestChanged(known("Charade")));

        assertThat(model.requestProperty().get()).isNull();
    }

    @Test
    @DisplayName("keeps what it shows, marked as a copy, when the server is gone for a while")
    void stale() {
        DetailsViewModel model = model("Vampyr");
        model.read();
        MediaDetails before = shown(model);
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        model.read();

        assertThat(model.screenProperty().get()).isEqualTo(Screen.copy(before, new Stale(FakeApi.NOW)));
    }

    @Test
    @DisplayName("shows the failure when there is no copy")
    void failed() {
        DetailsViewModel model = model("Vampyr");
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        model.read();

        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);
    }

    @Test
    @DisplayName("marks recommendations that are asked for")
    void recommendations() {
        DetailsViewModel model = model("Vampyr");
        events.publish(new ServerEvent.RequestChanged(known("Metropolis")));
        model.read();

        assertThat(model.recommended(shown(model)))
                .filteredOn(poster -> poster.title().equals("Metropolis"))
                .extracting(Poster::badge)
                .containsExactly(new Poster.Badge.Downloading(62));
    }

    @Test
    @DisplayName("listens no more once it is closed")
    void closed() {
        DetailsViewModel model = model("Vampyr");
        int before = events.listeners();
        model.close();

        assertThat(events.listeners()).isEqualTo(before - 1);
    }

    @Test
    @DisplayName("reads again when events were missed")
    void missed() {
        DetailsViewModel model = model("Vampyr");
        events.miss();

        assertThat(shown(model).item().title()).isEqualTo("Vampyr");
        assertThat(api.calls).contains("details " + api.title("Vampyr").key());
    }

    @Test
    @DisplayName("lets who may decide about the request on the title's own page")
    void decides() {
        DetailsViewModel model = model("Tears of Steel");
        events.publish(new ServerEvent.RequestCreated(known("Tears of Steel")));
        model.decisions().carryOut(RequestAction.APPROVE, List.of(request(model)), "");

        assertThat(request(model).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(board.request(known("Tears of Steel").key())).isEqualTo(request(model));
    }

    @Test
    @DisplayName("says of each season whether it was asked for or is there, as the newest request tells")
    void seasons() {
        DetailsViewModel model = model("Dragnet");
        var first = new Season(1, "Season 1", 8, null);
        var third = new Season(3, "Season 3", 8, null);
        assertThat(model.standing(first)).isEqualTo(SeasonStanding.FREE);

        ask(RequestStatus.APPROVED, RequestStage.DOWNLOADING);
        assertThat(model.standing(first)).isEqualTo(SeasonStanding.REQUESTED);
        assertThat(model.standing(third)).isEqualTo(SeasonStanding.FREE);

        ask(RequestStatus.AVAILABLE, RequestStage.DONE);
        assertThat(model.standing(first)).isEqualTo(SeasonStanding.AVAILABLE);
    }

    @Test
    @DisplayName("a series that was asked for as a whole and is there may be asked for again: it may have a new season")
    void newSeason() {
        DetailsViewModel model = model("Dragnet");
        var tenth = new Season(10, "Season 10", 8, null);

        tell(ofAllSeasons(RequestStatus.APPROVED, RequestStage.DOWNLOADING));
        assertThat(model.standing(tenth)).isEqualTo(SeasonStanding.REQUESTED);
        tell(ofAllSeasons(RequestStatus.AVAILABLE, RequestStage.DONE));
        assertThat(model.standing(tenth)).isEqualTo(SeasonStanding.FREE);
    }

    private static MediaRequest ofAllSeasons(RequestStatus status, RequestStage stage) {
        MediaRequest some = SampleRequests.by("usr_2", "Mia", 50, status, stage);
        return new MediaRequest(
                some.id(),
                some.tmdbId(),
                some.mediaType(),
                some.title(),
                some.year(),
                some.poster(),
                some.status(),
                some.stage(),
                some.quality(),
                some.comment(),
                null,
                some.userId(),
                some.username(),
                some.overseerrId(),
                some.progress(),
                some.reason(),
                some.createdAt(),
                some.updatedAt(),
                some.version(),
                some.waitingFor());
    }

    /// Somebody has asked for the first two seasons of Dragnet.
    private void ask(RequestStatus status, RequestStage stage) {
        MediaRequest made = SampleRequests.by("usr_2", "Mia", 50, status, stage);
        assertThat(made.title()).isEqualTo("Dragnet");
        tell(made);
    }

    private void tell(MediaRequest made) {
        api.keep(made);
        events.publish(new ServerEvent.RequestChanged(made));
    }
}
