package io.medianest.desktop.home;

import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LibraryApi;
import io.medianest.desktop.library.Arrivals;
import io.medianest.desktop.library.LibraryPosters;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Stale;
import io.medianest.model.library.LibraryTitle;
import io.medianest.model.library.RecentTitles;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What came into the library last, read again when something arrives. Belongs to the FX thread.
public final class NewTitlesViewModel {
    private static final int SHOWN = 20;

    private final LibraryApi api;
    private final Async async;
    private final Object reading = new Object();
    private final LiveScreen<List<Poster<LibraryTitle>>> screen;

    NewTitlesViewModel(LibraryApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    void start(Events events) {
        screen.follow(events, new Arrivals(this::refresh));
        refresh();
    }

    void close() {
        screen.close();
        async.cancel(reading);
    }

    /// Empty when nothing ever came; a failure where Plex is not set up or cannot be asked.
    public ReadOnlyObjectProperty<Screen<List<Poster<LibraryTitle>>>> screenProperty() {
        return screen.property();
    }

    public void refresh() {
        screen.reading();
        async.latest(reading, () -> api.recentlyAdded(SHOWN)).then(this::arrived, screen::failed);
    }

    private void arrived(RecentTitles newest) {
        List<Poster<LibraryTitle>> posters =
                newest.items().stream().map(LibraryPosters::of).toList();
        if (posters.isEmpty()) {
            screen.show(Screen.empty());
        } else if (Boolean.TRUE.equals(newest.stale())) {
            screen.show(Screen.copy(posters, new Stale(null)));
        } else {
            screen.show(Screen.of(posters));
        }
    }
}
