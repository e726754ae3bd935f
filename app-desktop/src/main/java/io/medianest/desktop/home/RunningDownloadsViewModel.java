package io.medianest.desktop.home;

import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.DownloadFilter;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The downloads that arrive just now, kept current by events: for an admin everybody's. Belongs to the FX thread.
public final class RunningDownloadsViewModel implements EventListener {
    private static final Page FIRST = Page.first(20);
    /// Several events of one decision are answered by one reading.
    private static final Duration GATHERING = Duration.ofMillis(150);

    private final DownloadApi api;
    private final Async async;
    private final ObservableValue<@Nullable User> me;
    private final Object reading = new Object();
    private final LiveScreen<List<Download>> screen;
    private Subscription person = Subscription.EMPTY;

    RunningDownloadsViewModel(DownloadApi api, Async async, ObservableValue<@Nullable User> me, Clock clock) {
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

    /// Content also when none is running.
    public ReadOnlyObjectProperty<Screen<List<Download>>> screenProperty() {
        return screen.property();
    }

    public void refresh() {
        read(Duration.ZERO);
    }

    private void read(Duration delay) {
        User person = me.getValue();
        var scope =
                person != null && person.role() == Role.ADMIN ? DownloadFilter.Scope.ALL : DownloadFilter.Scope.MINE;
        var filter = new DownloadFilter(scope, DownloadFilter.Part.ACTIVE, null, FIRST);
        screen.reading();
        async.latest(reading, delay, () -> api.list(filter)).then(this::arrived, screen::failed);
    }

    private void arrived(DownloadPage page) {
        screen.show(Screen.of(page.downloads().stream()
                .filter(download -> download.status() == DownloadStatus.DOWNLOADING)
                .toList()));
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.DownloadChanged _ -> read(GATHERING);
            case ServerEvent.DownloadProgressed(Download download) -> progressed(download);
            case ServerEvent.RequestCreated _,
                    ServerEvent.RequestChanged _,
                    ServerEvent.ServiceChecked _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> {
                // Shown beside.
            }
        }
    }

    private void progressed(Download download) {
        if (screen.get() instanceof Screen.Content<List<Download>>(List<Download> shown, var _)) {
            screen.update(shown.stream()
                    .map(known -> known.id().equals(download.id()) ? download : known)
                    .toList());
        }
    }

    @Override
    public void missedSome() {
        refresh();
    }
}
