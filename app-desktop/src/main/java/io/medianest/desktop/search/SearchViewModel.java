package io.medianest.desktop.search;

import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Posters;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Stale;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finding titles as one types; what people watch these days while nothing is typed. Belongs to the FX thread.
public final class SearchViewModel {
    private static final String SEARCH = "search";
    private static final Duration TYPING_PAUSE = Duration.ofMillis(250);
    private static final int PAGE_SIZE = 40;
    /// So many further pages are read by themselves while the filter leaves nothing of them.
    private static final int PAGES_IN_VAIN = 5;

    private final MediaNestApi api;
    private final Async async;
    private final LiveBoard board;
    private final Notices notices;
    private final ObservableValue<String> query;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALL);
    private final BooleanProperty missingOnly = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Screen<Results>> screen = new ReadOnlyObjectWrapper<>(Screen.loading());
    private final Map<TitleKey, MediaItem> found = new LinkedHashMap<>();
    private final ObservableList<Poster<TitleKey>> posters = FXCollections.observableArrayList();
    /// Kept, since such a view forgets its listeners when nobody holds it.
    private final ObservableList<Poster<TitleKey>> shownPosters = FXCollections.unmodifiableObservableList(posters);

    private final MapChangeListener<TitleKey, MediaRequest> boardListener = _ -> showFound();
    private final Subscription typing;
    private final Subscription catalogue;
    private int lastPage;
    private boolean more;
    private int inVain;

    /// Which kinds of titles are shown.
    public enum Kind {
        ALL(null),
        FILMS(MediaType.MOVIE),
        SERIES(MediaType.TV);

        private final @Nullable MediaType type;

        Kind(@Nullable MediaType type) {
            this.type = type;
        }
    }

    /// What was found.
    ///
    /// @param query what was asked for; empty for what people watch these days
    /// @param total how many titles there are, whether read so far or not
    public record Results(String query, long total) {}

    /// @param query what stands in the search field
    public SearchViewModel(
            MediaNestApi api, Async async, LiveBoard board, Notices notices, ObservableValue<String> query) {
        this.api = api;
        this.async = async;
        this.board = board;
        this.notices = notices;
        this.query = query;
        this.typing = query.subscribe((_, _) -> search(TYPING_PAUSE));
        this.catalogue = board.withoutCatalogueProperty().subscribe((_, _) -> retry());
        kind.addListener((_, _, _) -> search(Duration.ZERO));
        missingOnly.addListener((_, _, _) -> refilter());
        board.requests().addListener(boardListener);
    }

    /// Reads when nothing has been read so far, or what was read failed.
    public void open() {
        if (!(screen.get() instanceof Screen.Content)) {
            retry();
        }
    }

    public void retry() {
        search(Duration.ZERO);
    }

    private void search(Duration pause) {
        String text = query();
        if (!(screen.get() instanceof Screen.Content)) {
            screen.set(Screen.loading());
        }
        busy.set(true);
        async.latest(SEARCH, text.isEmpty() ? Duration.ZERO : pause, () -> read(text, 1))
                .then(page -> replace(text, page), problem -> {
                    busy.set(false);
                    // That nobody has set a catalogue up is no failure.
                    screen.set(withoutCatalogueProperty().get() ? Screen.empty() : Screen.failed(problem));
                });
    }

    private MediaPage read(String text, int page) {
        MediaType type = kind.get().type;
        return text.isEmpty() ? api.trending(type, page) : api.search(text, type, new Page(page, PAGE_SIZE));
    }

    private void replace(String text, MediaPage page) {
        found.clear();
        inVain = 0;
        screen.set(screenOf(text, page));
        add(page);
    }

    private static Screen<Results> screenOf(String text, MediaPage page) {
        if (page.results().isEmpty()) {
            return Screen.empty();
        }
        var results = new Results(text, page.pagination().totalItems());
        return Boolean.TRUE.equals(page.stale()) ? Screen.copy(results, new Stale(null)) : Screen.of(results);
    }

    private void add(MediaPage page) {
        busy.set(false);
        lastPage = page.pagination().page();
        more = page.pagination().hasNext();
        int before = posters.size();
        page.results().forEach(item -> found.putIfAbsent(item.key(), item));
        showFound();
        inVain = posters.size() > before ? 0 : inVain + 1;
        if (posters.isEmpty() && inVain < PAGES_IN_VAIN) {
            readMore();
        }
    }

    /// Reads the next page, if there is one and it is not on its way already.
    public void readMore() {
        if (!more || busy.get()) {
            return;
        }
        String text = query();
        int next = lastPage + 1;
        busy.set(true);
        async.latest(SEARCH, () -> read(text, next)).then(this::add, problem -> {
            busy.set(false);
            notices.problem(problem);
        });
    }

    private void refilter() {
        inVain = 0;
        showFound();
        if (posters.isEmpty()) {
            readMore();
        }
    }

    private void showFound() {
        List<Poster<TitleKey>> now = found.values().stream()
                .map(item -> Posters.of(item, board.request(item.key())))
                .filter(poster -> !missingOnly.get() || !(poster.badge() instanceof Poster.Badge.InLibrary))
                .toList();
        if (!now.equals(posters)) {
            posters.setAll(now);
        }
    }

    /// Asks for a title as it is, in the person's usual quality.
    public void request(Poster<TitleKey> poster) {
        var wish = new NewMediaRequest(poster.key().tmdbId(), poster.key().mediaType(), null, null, null);
        async.run(() -> api.request(wish)).then(this::requested, notices::problem);
    }

    private void requested(MediaRequest request) {
        board.note(request);
        notices.tell(Tone.GOOD, "search.requested", request.title());
    }

    /// Ends what listens.
    public void close() {
        typing.unsubscribe();
        catalogue.unsubscribe();
        board.requests().removeListener(boardListener);
        async.cancel(SEARCH);
    }

    /// What is searched for now; empty when nothing is typed.
    public String query() {
        return query.getValue().strip();
    }

    public ReadOnlyObjectProperty<Screen<Results>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// Whether nothing can be found, since no catalogue is set up.
    public ObservableBooleanValue withoutCatalogueProperty() {
        return board.withoutCatalogueProperty();
    }

    /// Whether something is being read.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /// Whether titles of the library are left out.
    public BooleanProperty missingOnlyProperty() {
        return missingOnly;
    }

    public ObservableList<Poster<TitleKey>> posters() {
        return shownPosters;
    }
}
