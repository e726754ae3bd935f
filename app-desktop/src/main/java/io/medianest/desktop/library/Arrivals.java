package io.medianest.desktop.library;

import io.medianest.desktop.api.EventListener;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.RequestStatus;

/// Hears when something may have come into the library.
///
/// @param arrived called then, and when events were missed
public record Arrivals(Runnable arrived) implements EventListener {
    @Override
    public void on(ServerEvent event) {
        boolean came = switch (event) {
            case ServerEvent.RequestCreated(var request) -> request.status() == RequestStatus.AVAILABLE;
            case ServerEvent.RequestChanged(var request) -> request.status() == RequestStatus.AVAILABLE;
            case ServerEvent.DownloadChanged(var download) -> download.status() == DownloadStatus.COMPLETED;
            case ServerEvent.DownloadProgressed _,
                    ServerEvent.ServiceChecked _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> false;
        };
        if (came) {
            arrived.run();
        }
    }

    @Override
    public void missedSome() {
        arrived.run();
    }
}
