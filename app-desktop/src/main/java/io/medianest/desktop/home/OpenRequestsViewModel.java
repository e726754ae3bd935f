package io.medianest.desktop.home;

import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.RequestFilter;
import io.medianest.desktop.api.RequestFilter.Scope;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestPage;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// My open requests and how many there are of each kind, kept current by events. Belongs to the FX thread.
public final class OpenRequestsViewModel implements EventListener {
    static final int SHOWN = 5;
    private static final Page ALL = Page.first(100);
    private static final Page COUNT_ONLY = Page.first(1);
    /// Several events of one decision are answered by one reading.
    private static final Duration GATHERING = Duration.ofMillis(150);

    private final MediaNestApi api;
    private final Async async;
    private final ObservableValue<@Nullable User> me;
    private final Object reading = new Object();
    private final LiveScreen<OpenRequests> screen;
    private Subscription person = Subscription.EMPTY;
    /// The newest version of each request that an event told of.
    private final Map<String, MediaRequest> told = new HashMap<>();

    OpenRequestsViewModel(MediaNestApi api, Async async, ObservableValue<@Nullable User> me, Clock clock) {
        this.api = api;
        this.async = async;
        this.me = me;
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    void start(Events events) {
        screen.follow(events, this);
        person = me.subscribe(_ -> refresh());
    }

    void close() {
        screen.close();
        person.unsubscribe();
        async.cancel(reading);
    }

    /// Empty when I have none open and none waits for me.
    public ReadOnlyObjectProperty<Screen<OpenRequests>> screenProperty() {
        return screen.property();
    }

    public void refresh() {
        read(Duration.ZERO);
    }

    private void read(Duration delay) {
        User person = me.getValue();
        boolean decides = person != null && person.role() == Role.ADMIN;
        screen.reading();
        async.latest(reading, delay, () -> readAll(decides)).then(this::arrived, screen::failed);
    }

    private OpenRequests readAll(boolean decides) {
        RequestPage pending = page(Scope.MINE, RequestStatus.PENDING, ALL);
        RequestPage approved = page(Scope.MINE, RequestStatus.APPROVED, ALL);
        List<MediaRequest> open = Stream.concat(pending.requests().stream(), approved.requests().stream())
                .sorted(Comparator.comparing(MediaRequest::createdAt).reversed())
                .toList();
        var counters = new Counters(
                pending.pagination().totalItems() + approved.pagination().totalItems(),
                open.stream()
                        .filter(request -> request.stage() == RequestStage.DOWNLOADING)
                        .count(),
                page(Scope.MINE, RequestStatus.AVAILABLE, COUNT_ONLY)
                        .pagination()
                        .totalItems(),
                decides ? count(Scope.ALL, RequestStatus.PENDING) : 0);
        return new OpenRequests(open.stream().limit(SHOWN).toList(), counters);
    }

    private long count(Scope scope, RequestStatus status) {
        return page(scope, status, COUNT_ONLY).pagination().totalItems();
    }

    private RequestPage page(Scope scope, RequestStatus status, Page page) {
        return api.requests(new RequestFilter(scope, status, null, null, "createdAt:desc", page));
    }

    private void arrived(OpenRequests read) {
        List<MediaRequest> newest = read.newest().stream().map(this::newest).toList();
        screen.show(Screen.of(new OpenRequests(newest, read.counters())));
    }

    private MediaRequest newest(MediaRequest read) {
        MediaRequest other = told.getOrDefault(read.id(), read);
        return other.version() > read.version() ? other : read;
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.RequestCreated created -> changed(created.request());
            case ServerEvent.RequestChanged moved -> changed(moved.request());
            case ServerEvent.ServiceChecked _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> {
                // Shown beside.
            }
        }
    }

    @Override
    public void missedSome() {
        refresh();
    }

    /// Progress is shown at once; a step forward changes the counters, which only the server knows.
    private void changed(MediaRequest request) {
        MediaRequest known = told.put(request.id(), request);
        boolean onlyProgress = known != null && known.status() == request.status() && known.stage() == request.stage();
        if (screen.get() instanceof Screen.Content<OpenRequests>(var shown, var _)) {
            screen.update(
                    new OpenRequests(shown.newest().stream().map(this::newest).toList(), shown.counters()));
        }
        if (!onlyProgress) {
            read(GATHERING);
        }
    }
}
