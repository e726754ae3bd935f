package io.medianest.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeLibrary;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.User;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent.RequestChanged;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LibraryViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeLibrary library = api.library();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final LiveBoard board = new LiveBoard();
    private final List<Duration> pauses = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(api.user());

    private LibraryViewModel started() {
        return started(Runnable::run);
    }

    private LibraryViewModel started(Executor io) {
        board.follow(events);
        var model = new LibraryViewModel(
                new LibraryViewModel.Server(library, events, board),
                new Async(io, Runnable::run, pauses::add),
                notices,
                me,
                Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
        model.start();
        return model;
    }

    private static <T> T content(Screen<T> screen) {
        if (screen instanceof Screen.Content<T>(T value, var _)) {
            return value;
        }
        throw new AssertionError("No content: " + screen);
    }

    private static List<Shelf> shelves(LibraryViewModel model) {
        return content(model.shelvesProperty().get());
    }

    private static String title(LibraryViewModel model, int position) {
        return Objects.requireNonNull(model.posters().get(position)).title();
    }

    @Test
    @DisplayName("the libraries that can be watched stand beside each other with their counts, what is new before them")
    void shelves() {
        var model = started();
        assertThat(shelves(model))
                .containsExactly(
                        Shelf.NEWEST, new Shelf("1", "Films", "movie", 300), new Shelf("2", "Series", "show", 12));
        assertThat(content(model.titlesProperty().get())).isEqualTo(new Titles(Shelf.NEWEST, "", 24));
    }

    @Test
    @DisplayName("every title has its place at once, and comes when that is looked at, each page once")
    void pages() {
        var model = started();
        model.open("1");
        assertThat(model.posters()).hasSize(FakeLibrary.FILMS);
        assertThat(title(model, 0)).isEqualTo("Night of the Living Dead");
        assertThat(model.posters().get(250)).isNull();

        library.calls.clear();
        model.inSight(235, 262);
        model.inSight(236, 263);
        assertThat(library.calls)
                .containsExactly("items 1 movie all addedAt:desc 4", "items 1 movie all addedAt:desc 5");
        assertThat(model.posters().get(250)).isNotNull();
        assertThat(model.posters().get(70)).isNull();
    }

    @Test
    @DisplayName("a page that did not come is asked for again when it is looked at again")
    void lostPage() {
        var model = started();
        model.open("1");
        library.failWith(FakeApi.problem(ErrorCode.UPSTREAM_TIMEOUT));
        model.inSight(100, 110);
        library.failWith(null);
        model.inSight(100, 110);
        assertThat(model.posters().get(100)).isNotNull();
        assertThat(model.titlesProperty().get()).isInstanceOf(Screen.Content.class);
    }

    @Test
    @DisplayName("a page of an order that is no longer wanted is dropped")
    void latePage() {
        var io = new QueuedExecutor();
        var model = started(io);
        runAll(io);
        model.open("1");
        runAll(io);
        model.inSight(60, 119);
        model.sortProperty().set(Sort.TITLE);
        runAll(io);
        assertThat(model.posters().get(60)).isNull();
    }

    private static void runAll(QueuedExecutor io) {
        while (io.size() > 0) {
            io.runNext();
        }
    }

    @Test
    @DisplayName("order and choice are the server's")
    void choices() {
        var model = started();
        model.open("2");
        model.sortProperty().set(Sort.RATING);
        model.whichProperty().set(Which.UNWATCHED);
        model.episodesProperty().set(true);
        assertThat(library.calls).last().isEqualTo("items 2 episode unwatched rating:desc 1");
        assertThat(title(model, 0)).isEqualTo("Caminandes");
        assertThat(Objects.requireNonNull(model.posters().get(0)).caption()).isEqualTo("S1 E2 · Episode 2");
    }

    @Test
    @DisplayName("the library is searched after a pause in typing, within the chosen shelf")
    void search() {
        var model = started();
        model.open("2");
        pauses.clear();
        model.queryProperty().set("one");
        assertThat(pauses).containsExactly(Duration.ofMillis(250));
        assertThat(content(model.titlesProperty().get()).query()).isEqualTo("one");
        assertThat(model.posters())
                .extracting(poster -> Objects.requireNonNull(poster).title())
                .containsExactly("One Step Beyond");
        model.queryProperty().set("no such title");
        assertThat(model.titlesProperty().get()).isInstanceOf(Screen.Empty.class);
    }

    @Test
    @DisplayName("cards say what was watched and how far somebody came")
    void badges() {
        var model = started();
        model.open("1");
        assertThat(badge(model, 2)).isInstanceOf(Poster.Badge.Watched.class);
        assertThat(badge(model, 0))
                .isInstanceOfSatisfying(
                        Poster.Badge.Begun.class,
                        begun -> assertThat(begun.share()).isBetween(0.33, 0.34));
        assertThat(badge(model, 1)).isNull();
    }

    private static Poster.@Nullable Badge badge(LibraryViewModel model, int position) {
        return Objects.requireNonNull(model.posters().get(position)).badge();
    }

    @Test
    @DisplayName("a film that Plex has matched has a page of the catalogue, an episode has none")
    void pageOf() {
        var model = started();
        model.open("1");
        LibraryTitle matched = Objects.requireNonNull(model.posters().get(0)).key();
        assertThat(LibraryPosters.pageOf(matched)).isPresent();
        model.open("2");
        model.episodesProperty().set(true);
        assertThat(LibraryPosters.pageOf(
                        Objects.requireNonNull(model.posters().get(0)).key()))
                .isEmpty();
    }

    @Test
    @DisplayName("an admin has Plex look through the library that is shown, or all of them")
    void scan() {
        var model = started();
        model.scan();
        model.open("1");
        model.scan();
        assertThat(library.calls)
                .filteredOn(call -> call.startsWith("scan"))
                .containsExactly("scan 1", "scan 2", "scan 1");
        assertThat(notices.said).containsExactly("library.scannedAll", "library.scanned");
        assertThat(model.mayScanProperty().getValue()).isTrue();
        me.set(null);
        assertThat(model.mayScanProperty().getValue()).isFalse();
    }

    @Test
    @DisplayName("what arrives shows at once")
    void arrival() {
        started();
        library.calls.clear();
        events.publish(new RequestChanged(SampleRequests.request(4, RequestStatus.APPROVED, RequestStage.DOWNLOADING)));
        assertThat(library.calls).isEmpty();
        events.publish(new RequestChanged(SampleRequests.request(4, RequestStatus.AVAILABLE, RequestStage.DONE)));
        assertThat(library.calls).containsExactly("sections", "recent 100");
    }

    @Test
    @DisplayName("while Plex is off the copy is shown as one; when the line is lost, too")
    void stale() {
        library.becomeStale();
        var model = started();
        assertThat(model.titlesProperty().get())
                .isInstanceOfSatisfying(
                        Screen.Content.class, shown -> assertThat(shown.stale()).isNotNull());
        var other = started();
        events.connection.set(Connection.OFFLINE);
        assertThat(content(other.titlesProperty().get()).total()).isEqualTo(24);
    }

    @Test
    @DisplayName("that Plex is not set up is no failure; that it cannot be asked is one, and can be tried again")
    void failures() {
        library.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        var model = started();
        assertThat(model.shelvesProperty().get()).isInstanceOf(Screen.Failed.class);

        var unset = new ServiceStatus("plex", "Plex", ServiceState.UNKNOWN, null, null, null, null, false);
        events.publish(new LiveState(api.user(), List.of(), List.of(), List.of(unset), 0, 1));
        model.refresh();
        assertThat(model.shelvesProperty().get()).isInstanceOf(Screen.Empty.class);

        library.failWith(null);
        model.refresh();
        assertThat(shelves(model)).hasSize(3);
    }

    @Test
    @DisplayName("without libraries there is nothing to show; after closing nobody listens")
    void nothing() {
        library.becomeEmpty();
        board.follow(events);
        int others = events.listeners();
        var model = started();
        assertThat(model.shelvesProperty().get()).isInstanceOf(Screen.Empty.class);
        model.close();
        assertThat(events.listeners()).isEqualTo(others + 1);
    }
}
