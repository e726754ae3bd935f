package io.medianest.desktop.home;

import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusReport;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The lights of the services, kept current by events. Belongs to the FX thread.
public final class ServiceLightsViewModel implements EventListener {
    private final MediaNestApi api;
    private final Async async;
    private final Object reading = new Object();
    private final LiveScreen<List<ServiceStatus>> screen;

    ServiceLightsViewModel(MediaNestApi api, Async async, Clock clock) {
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

    /// Empty when the server knows no service at all.
    public ReadOnlyObjectProperty<Screen<List<ServiceStatus>>> screenProperty() {
        return screen.property();
    }

    public void refresh() {
        screen.reading();
        async.latest(reading, api::serviceStatus).then(this::arrived, screen::failed);
    }

    private void arrived(StatusReport report) {
        screen.show(report.services().isEmpty() ? Screen.empty() : Screen.of(report.services()));
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.ServiceChecked checked -> checked(checked.service());
            case ServerEvent.RequestCreated _,
                    ServerEvent.RequestChanged _,
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

    private void checked(ServiceStatus service) {
        if (screen.get() instanceof Screen.Content<List<ServiceStatus>>(var shown, var _)) {
            screen.update(shown.stream()
                    .map(known -> known.name().equals(service.name()) ? service : known)
                    .toList());
        }
    }
}
