package io.medianest.desktop.library;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LibraryApi;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Stale;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.library.LibrarySection;
import io.medianest.model.library.LibrarySections;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.status.ServiceStatus;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The libraries of Plex: which there are, and the titles of the one that is looked at. Belongs to the FX thread.
public final class LibraryViewModel {
    private static final Set<String> WATCHABLE = Set.of("movie", "show");
    private static final String PLEX = "plex";

    private final Server server;
    private final Async async;
    private final Notices notices;
    private final ObservableValue<@Nullable User> me;
    private final Object reading = new Object();
    private final Object scanning = new Object();
    private final LiveScreen<List<Shelf>> shelves;
    private final ShelfTitles titles;
    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.NEWEST);
    private final BooleanProperty episodes = new SimpleBooleanProperty(false);
    private final BooleanProperty scanAsked = new SimpleBooleanProperty(false);
    private @Nullable String wanted;

    /// What it asks and hears of the server.
    public record Server(LibraryApi api, Events events, LiveBoard board) {}

    /// Reads nothing before it is started.
    ///
    /// @param me the person at the window, once that is known
    public LibraryViewModel(
            Server server, Async async, Notices notices, ObservableValue<@Nullable User> me, Clock clock) {
        this.server = server;
        this.async = async;
        this.notices = notices;
        this.me = me;
        this.shelves = new LiveScreen<>(clock, this::refresh);
        this.titles = new ShelfTitles(server.api(), async, clock);
        shelf.subscribe((_, _) -> choose());
        episodes.subscribe((_, _) -> choose());
    }

    /// Reads everything and keeps up with the events from now on.
    public void start() {
        var arrivals = new Arrivals(this::refresh);
        shelves.follow(server.events(), arrivals);
        titles.follow(server.events());
        refresh();
    }

    public void close() {
        shelves.close();
        titles.close();
        async.cancel(reading);
        async.cancel(scanning);
    }

    /// Reads again; what is shown stays meanwhile.
    public void refresh() {
        shelves.reading();
        async.latest(reading, server.api()::sections).then(this::arrived, this::failed);
        titles.read();
    }

    /// Goes to a library as soon as it is known.
    ///
    /// @param key of the library; absent to stay where one is
    public void open(@Nullable String key) {
        wanted = key;
        if (shelves.get() instanceof Screen.Content<List<Shelf>>(List<Shelf> all, var _)) {
            goToWanted(all);
        }
    }

    private void arrived(LibrarySections read) {
        List<Shelf> all = Stream.concat(
                        Stream.of(Shelf.NEWEST),
                        read.libraries().stream()
                                .filter(library -> WATCHABLE.contains(library.type()))
                                .map(LibraryViewModel::shelfOf))
                .toList();
        if (all.size() == 1) {
            shelves.show(Screen.empty());
            return;
        }
        shelves.show(Boolean.TRUE.equals(read.stale()) ? Screen.copy(all, new Stale(null)) : Screen.of(all));
        goToWanted(all);
    }

    private static Shelf shelfOf(LibrarySection library) {
        return new Shelf(library.key(), library.title(), library.type(), library.count());
    }

    private void goToWanted(List<Shelf> all) {
        String key = wanted == null ? shelf.get().key() : wanted;
        wanted = null;
        shelf.set(all.stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElse(Shelf.NEWEST));
    }

    /// That nobody has set Plex up is no failure.
    private void failed(ApiException problem) {
        ServiceStatus plex = server.board().services().get(PLEX);
        if (plex != null && !plex.configured()) {
            shelves.show(Screen.empty());
            return;
        }
        shelves.failed(problem);
    }

    private void choose() {
        Shelf chosen = shelf.get();
        boolean single = episodes.get() && Shelf.SHOWS.equals(chosen.type());
        titles.shelfProperty().set(single ? chosen.episodes() : chosen);
    }

    /// Has Plex look for new files in the library that is shown, or in all.
    public void scan() {
        if (scanAsked.get() || !(shelves.get() instanceof Screen.Content<List<Shelf>>(List<Shelf> all, var _))) {
            return;
        }
        Shelf chosen = shelf.get();
        List<Shelf> some = all.stream()
                .filter(candidate -> !candidate.isNewest())
                .filter(candidate -> chosen.isNewest() || candidate.key().equals(chosen.key()))
                .toList();
        scanAsked.set(true);
        async.latest(scanning, () -> {
                    some.forEach(each -> server.api().scan(each.key()));
                    return some;
                })
                .then(this::scanned, problem -> {
                    scanAsked.set(false);
                    notices.problem(problem);
                });
    }

    private void scanned(List<Shelf> some) {
        scanAsked.set(false);
        if (some.size() == 1) {
            notices.tell(Tone.GOOD, "library.scanned", some.getFirst().title());
        } else {
            notices.tell(Tone.GOOD, "library.scannedAll");
        }
    }

    /// Empty where Plex is not set up, or has nothing that can be watched.
    public ReadOnlyObjectProperty<Screen<List<Shelf>>> shelvesProperty() {
        return shelves.property();
    }

    /// The titles of what is chosen; empty when nothing fits.
    public ReadOnlyObjectProperty<Screen<Titles>> titlesProperty() {
        return titles.screenProperty();
    }

    /// The titles in their places; null for those that are on their way.
    public ObservableList<@Nullable Poster<LibraryTitle>> posters() {
        return titles.posters();
    }

    /// These positions are looked at: what is missing of them is read.
    public void inSight(int first, int last) {
        titles.inSight(first, last);
    }

    public ObjectProperty<Shelf> shelfProperty() {
        return shelf;
    }

    /// Whether single episodes are shown in place of series.
    public BooleanProperty episodesProperty() {
        return episodes;
    }

    public ObjectProperty<Sort> sortProperty() {
        return titles.sortProperty();
    }

    public ObjectProperty<Which> whichProperty() {
        return titles.whichProperty();
    }

    /// What is searched for in the library.
    public StringProperty queryProperty() {
        return titles.queryProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return titles.busyProperty();
    }

    /// Whether Plex is being told to look.
    public ReadOnlyBooleanProperty scanAskedProperty() {
        return scanAsked;
    }

    /// Whether the person at the window may have Plex look for new files.
    public ObservableValue<Boolean> mayScanProperty() {
        return me.map(person -> person != null && person.role() == Role.ADMIN).orElse(false);
    }
}
