package io.medianest.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.search.SearchViewModel.Kind;
import io.medianest.desktop.search.SearchViewModel.Results;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final LiveBoard board = new LiveBoard();
    private final StringProperty query = new SimpleStringProperty("");
    private final List<Duration> pauses = new ArrayList<>();
    private final SearchViewModel model = model(Runnable::run);

    private SearchViewModel model(Executor io) {
        return new SearchViewModel(api, new Async(io, Runnable::run, pauses::add), board, notices, query);
    }

    @BeforeEach
    void follow() {
        board.follow(events);
    }

    private List<String> titles() {
        return model.posters().stream().map(Poster::title).toList();
    }

    private Poster<TitleKey> poster(String title) {
        return model.posters().stream()
                .filter(poster -> poster.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("shows what people watch while nothing is typed")
    void trending() {
        model.open();

        assertThat(model.screenProperty().get()).isEqualTo(Screen.of(new Results("", 60)));
        assertThat(titles()).hasSize(20).startsWith("Night of the Living Dead");
    }

    @Test
    @DisplayName("that no catalogue is set up is no failure, and once one is, it is read by itself")
    void noCatalogue() {
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        model.open();
        assertThat(model.screenProperty().get())
                .as("while nobody has told what is set up")
                .isInstanceOf(Screen.Failed.class);

        events.publish(new ServerEvent.ServiceChecked(FakeApi.unset("overseerr")));
        events.publish(new ServerEvent.ServiceChecked(FakeApi.unset("tmdb")));
        assertThat(model.withoutCatalogueProperty().get()).isTrue();
        assertThat(model.screenProperty().get()).isEqualTo(Screen.empty());

        api.failWith(null);
        api.services().forEach(service -> events.publish(new ServerEvent.ServiceChecked(service)));
        assertThat(model.withoutCatalogueProperty().get()).isFalse();
        assertThat(titles()).hasSize(20);
    }

    @Test
    @DisplayName("waits a quarter of a second after each letter before it searches")
    void pausesWhileTyping() {
        query.set("night");

        assertThat(pauses).containsExactly(Duration.ofMillis(250));
        assertThat(titles()).containsExactly("Night of the Living Dead", "Night Gallery of the Archive");
    }

    @Test
    @DisplayName("drops an earlier search when a newer one began, even if the earlier answers")
    void newestWins() {
        var later = new QueuedExecutor();
        SearchViewModel slow = model(later);
        query.set("metro");
        query.set("nosf");
        while (later.size() > 0) {
            later.runNext();
        }

        assertThat(slow.posters()).extracting(Poster::title).containsExactly("Nosferatu");
        assertThat(api.calls).contains("search nosf null 1");
    }

    @Test
    @DisplayName("asks for films only, for series only")
    void kinds() {
        query.set("night");
        model.kindProperty().set(Kind.SERIES);
        assertThat(titles()).containsExactly("Night Gallery of the Archive");

        model.kindProperty().set(Kind.FILMS);
        assertThat(titles()).containsExactly("Night of the Living Dead");
    }

    @Test
    @DisplayName("leaves out what the library has when told to")
    void missingOnly() {
        query.set("kid");
        model.missingOnlyProperty().set(true);
        assertThat(titles()).isEmpty();

        model.missingOnlyProperty().set(false);
        assertThat(titles()).containsExactly("The Kid");
    }

    @Test
    @DisplayName("appends page after page until there are no more")
    void endless() {
        model.open();
        model.readMore();
        model.readMore();
        model.readMore();

        assertThat(titles()).hasSize(60).doesNotHaveDuplicates();
        assertThat(api.calls).containsExactly("trending null 1", "trending null 2", "trending null 3");
    }

    @Test
    @DisplayName("says so when nothing was found")
    void nothing() {
        query.set("no such title");

        assertThat(model.screenProperty().get()).isEqualTo(Screen.empty());
    }

    @Test
    @DisplayName("shows the failure, and the titles after a retry that succeeds")
    void retry() {
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        model.open();
        assertThat(model.screenProperty().get())
                .isInstanceOfSatisfying(
                        Screen.Failed.class,
                        failed -> assertThat(failed.problem().correlationId()).isEqualTo("c0ffee-42"));

        api.failWith(null);
        model.retry();
        assertThat(titles()).hasSize(20);
    }

    @Test
    @DisplayName("one click asks for a title, and its card says so at once")
    void request() {
        query.set("vampyr");
        model.request(poster("Vampyr"));

        assertThat(poster("Vampyr").badge()).isEqualTo(new Poster.Badge.Requested());
        assertThat(poster("Vampyr").requestable()).isFalse();
        assertThat(notices.said).containsExactly("search.requested");
    }

    @Test
    @DisplayName("says why a title could not be asked for, and offers it still")
    void refused() {
        query.set("vampyr");
        api.failWith(FakeApi.problem(ErrorCode.ALREADY_REQUESTED));
        model.request(poster("Vampyr"));

        assertThat(notices.said).containsExactly("ALREADY_REQUESTED");
        assertThat(poster("Vampyr").requestable()).isTrue();
    }

    @Test
    @DisplayName("moves a card's badge when an event says that the title is on its way, and when it has arrived")
    void events() {
        query.set("metropolis");
        var downloading = api.all().getFirst();
        events.publish(new ServerEvent.RequestChanged(downloading));
        assertThat(poster("Metropolis").badge()).isEqualTo(new Poster.Badge.Downloading(62));

        events.publish(
                new ServerEvent.RequestChanged(FakeApi.with(downloading, RequestStatus.AVAILABLE, RequestStage.DONE)));
        assertThat(poster("Metropolis").badge()).isEqualTo(new Poster.Badge.InLibrary());
    }

    @Test
    @DisplayName("searches no more once it is closed")
    void closed() {
        model.close();
        query.set("night");

        assertThat(api.calls).isEmpty();
    }
}
