package io.medianest.desktop.home;

import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The household's numbers and what moved last, read again when something moves. Belongs to the FX thread.
public final class GlanceViewModel implements EventListener {
    /// Several events of one decision are answered by one reading.
    private static final Duration GATHERING = Duration.ofMillis(150);

    private static final int REMEMBERED = 200;

    private final MediaNestApi api;
    private final Async async;
    private final Object reading = new Object();
    private final LiveScreen<DashboardStats> screen;
    /// Of the requests that moved last.
    private final Map<String, RequestStatus> statuses = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RequestStatus> eldest) {
            return size() > REMEMBERED;
        }
    };

    GlanceViewModel(MediaNestApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    void start(Events events) {
        screen.follow(events, this);
        refresh();
    }

    void close() {
        screen.close();
        async.cancel(reading);
    }

    public ReadOnlyObjectProperty<Screen<DashboardStats>> screenProperty() {
        return screen.property();
    }

    public void refresh() {
        read(Duration.ZERO);
    }

    private void read(Duration delay) {
        screen.reading();
        async.latest(reading, delay, api::stats).then(stats -> screen.show(Screen.of(stats)), screen::failed);
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.RequestCreated(MediaRequest created) -> moved(created);
            case ServerEvent.RequestChanged(MediaRequest changed) -> moved(changed);
            case ServerEvent.DownloadChanged _ -> read(GATHERING);
            case ServerEvent.ServiceChecked _ -> {
                // The library is read some seconds after the first start, which nothing tells of.
                if (isLibraryEmpty()) {
                    read(GATHERING);
                }
            }
            case ServerEvent.DownloadProgressed _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> {
                // Not among these numbers.
            }
        }
    }

    private boolean isLibraryEmpty() {
        return screen.property().get() instanceof Screen.Content<DashboardStats> content
                && content.value().summary().librarySize() == 0;
    }

    /// A mere progress changes none of the numbers.
    private void moved(MediaRequest request) {
        if (statuses.put(request.id(), request.status()) != request.status()) {
            read(GATHERING);
        }
    }

    @Override
    public void missedSome() {
        refresh();
    }
}
