package io.medianest.desktop.library;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LibraryApi;
import io.medianest.desktop.api.LibraryFilter;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Stale;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.library.RecentTitles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The titles of one shelf in the order and choice that a person wants, page by page as they come into sight. Belongs
/// to the FX thread.
final class ShelfTitles {
    private static final Logger LOG = LoggerFactory.getLogger(ShelfTitles.class);
    private static final Duration TYPING_PAUSE = Duration.ofMillis(250);
    private static final int MOST_AT_ONCE = 100;
    private static final EventListener DEAF = new EventListener() {
        @Override
        public void on(ServerEvent event) {
            // What arrives is told by the screen around.
        }
    };

    private final LibraryApi api;
    private final Async async;
    private final LibraryPages pages = new LibraryPages();
    private final LiveScreen<Titles> screen;
    private final Object reading = new Object();
    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.NEWEST);
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.ADDED);
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    private record PageKey(Object reading, int page) {}

    ShelfTitles(LibraryApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.screen = new LiveScreen<>(clock, this::read);
        shelf.subscribe((_, _) -> begin(Duration.ZERO));
        sort.subscribe((_, _) -> begin(Duration.ZERO));
        which.subscribe((_, _) -> begin(Duration.ZERO));
        query.subscribe((_, _) -> begin(TYPING_PAUSE));
    }

    void follow(Events events) {
        screen.follow(events, DEAF);
    }

    void close() {
        screen.close();
        async.cancel(reading);
    }

    private Choice choice() {
        return new Choice(shelf.get(), sort.get(), which.get(), query.get().strip());
    }

    /// Reads again; what is shown stays meanwhile.
    void read() {
        read(Duration.ZERO);
    }

    /// Something else is wanted: places of titles that are no more must not be looked at.
    private void begin(Duration pause) {
        if (screen.get() instanceof Screen.Content<Titles>(Titles now, var _)
                && !now.shelf().equals(shelf.get())) {
            pages.clear();
            screen.show(Screen.loading());
        }
        read(pause);
    }

    private void read(Duration pause) {
        Choice choice = choice();
        screen.reading();
        busy.set(true);
        if (!choice.query().isEmpty()) {
            async.latest(reading, pause, () -> search(choice)).then(found -> show(choice, found), this::failed);
        } else if (choice.shelf().isNewest()) {
            async.latest(reading, () -> api.recentlyAdded(MOST_AT_ONCE)).then(this::showNewest, this::failed);
        } else {
            async.latest(reading, () -> api.items(filter(choice, 1))).then(page -> show(choice, page), this::failed);
        }
    }

    private List<LibraryTitle> search(Choice choice) {
        String type = choice.shelf().type();
        return api.search(choice.query(), MOST_AT_ONCE).results().stream()
                .filter(title -> choice.shelf().isNewest() || title.type().equals(type))
                .toList();
    }

    private static LibraryFilter filter(Choice choice, int page) {
        return new LibraryFilter(
                choice.shelf().key(),
                choice.shelf().type(),
                choice.which().wireName(),
                choice.sort().wireName(),
                new Page(page, LibraryPages.PAGE_SIZE));
    }

    private void show(Choice choice, List<LibraryTitle> found) {
        busy.set(false);
        pages.replace(found);
        var titles = new Titles(choice.shelf(), choice.query(), found.size());
        screen.show(found.isEmpty() ? Screen.empty() : Screen.of(titles));
    }

    private void showNewest(RecentTitles newest) {
        busy.set(false);
        pages.replace(newest.items());
        show(new Titles(Shelf.NEWEST, "", newest.items().size()), newest.stale());
    }

    private void show(Choice choice, LibraryPage first) {
        busy.set(false);
        pages.replace(first);
        show(new Titles(choice.shelf(), "", pages.posters().size()), first.stale());
    }

    private void show(Titles titles, @Nullable Boolean stale) {
        if (titles.total() == 0) {
            screen.show(Screen.empty());
        } else if (Boolean.TRUE.equals(stale)) {
            screen.show(Screen.copy(titles, new Stale(null)));
        } else {
            screen.show(Screen.of(titles));
        }
    }

    private void failed(ApiException problem) {
        busy.set(false);
        screen.failed(problem);
    }

    /// These positions are looked at: what is missing of them is read.
    void inSight(int first, int last) {
        Choice choice = choice();
        for (int page : pages.claim(first, last)) {
            async.latest(new PageKey(reading, page), () -> api.items(filter(choice, page)))
                    .then(read -> put(choice, read), problem -> missed(choice, page, problem));
        }
    }

    private void put(Choice choice, LibraryPage page) {
        if (choice.equals(choice())) {
            pages.put(page);
        }
    }

    /// It is asked for again when its place comes into sight anew.
    private void missed(Choice choice, int page, ApiException problem) {
        LOG.debug("Page {} of {} did not come: {}", page, choice.shelf().title(), problem.message());
        if (choice.equals(choice())) {
            pages.unclaim(page);
        }
    }

    ReadOnlyObjectProperty<Screen<Titles>> screenProperty() {
        return screen.property();
    }

    ObservableList<@Nullable Poster<LibraryTitle>> posters() {
        return pages.posters();
    }

    ObjectProperty<Shelf> shelfProperty() {
        return shelf;
    }

    ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    ObjectProperty<Which> whichProperty() {
        return which;
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
