package io.medianest.desktop.home;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Posters;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Stale;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.MapChangeListener;

/// What people watch these days, with what the household has of it. Belongs to the FX thread.
public final class TrendingViewModel {
    private final MediaNestApi api;
    private final Async async;
    private final LiveBoard board;
    private final Notices notices;
    private final Object reading = new Object();
    private final ReadOnlyObjectWrapper<Screen<List<Poster<TitleKey>>>> screen =
            new ReadOnlyObjectWrapper<>(Screen.loading());
    private final MapChangeListener<TitleKey, MediaRequest> onRequest = _ -> repaint();
    private final ChangeListener<Boolean> onCatalogue = (_, _, _) -> refresh();
    private List<MediaItem> items = List.of();

    TrendingViewModel(MediaNestApi api, Async async, LiveBoard board, Notices notices) {
        this.api = api;
        this.async = async;
        this.board = board;
        this.notices = notices;
    }

    void start() {
        board.requests().addListener(onRequest);
        board.withoutCatalogueProperty().addListener(onCatalogue);
        refresh();
    }

    void close() {
        board.requests().removeListener(onRequest);
        board.withoutCatalogueProperty().removeListener(onCatalogue);
        async.cancel(reading);
    }

    public ReadOnlyObjectProperty<Screen<List<Poster<TitleKey>>>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// Whether nobody has set up what titles come from.
    public ObservableBooleanValue withoutCatalogueProperty() {
        return board.withoutCatalogueProperty();
    }

    public void refresh() {
        screen.set(screen.get().whileReading());
        async.latest(reading, () -> api.trending(null, 1)).then(this::arrived, this::failed);
    }

    /// That nobody has set a catalogue up is no failure.
    private void failed(ApiException problem) {
        screen.set(board.withoutCatalogueProperty().get() ? Screen.empty() : Screen.failed(problem));
    }

    private void arrived(MediaPage page) {
        items = page.results();
        if (items.isEmpty()) {
            screen.set(Screen.empty());
        } else if (Boolean.TRUE.equals(page.stale())) {
            screen.set(Screen.copy(posters(), new Stale(null)));
        } else {
            screen.set(Screen.of(posters()));
        }
    }

    private void repaint() {
        if (screen.get() instanceof Screen.Content<List<Poster<TitleKey>>>(var _, var stale)) {
            screen.set(stale == null ? Screen.of(posters()) : Screen.copy(posters(), stale));
        }
    }

    private List<Poster<TitleKey>> posters() {
        return items.stream()
                .map(item -> Posters.of(item, board.request(item.key())))
                .toList();
    }

    /// Asks for a title as it is, in the person's usual quality.
    public void request(Poster<TitleKey> poster) {
        var wish = new NewMediaRequest(poster.key().tmdbId(), poster.key().mediaType(), null, null, null);
        async.run(() -> api.request(wish)).then(this::requested, notices::problem);
    }

    private void requested(MediaRequest request) {
        board.note(request);
        notices.tell(Tone.GOOD, "home.requested", request.title());
    }
}
