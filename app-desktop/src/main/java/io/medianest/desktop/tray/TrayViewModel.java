package io.medianest.desktop.tray;

import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is shown while no window is, and what can be done there. Belongs to the FX thread.
public final class TrayViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(TrayViewModel.class);
    private static final Set<DownloadStatus> GOING = Set.of(DownloadStatus.DOWNLOADING, DownloadStatus.QUEUED);
    private static final Set<ServiceState> ILL = Set.of(ServiceState.OFFLINE, ServiceState.DEGRADED);

    private final LiveBoard board;
    private final Events events;
    private final DownloadApi api;
    private final Async async;
    private final ReadOnlyObjectWrapper<TrayState> state = new ReadOnlyObjectWrapper<>(TrayState.UNKNOWN);

    public TrayViewModel(LiveBoard board, Events events, DownloadApi api, Async async) {
        this.board = board;
        this.events = events;
        this.api = api;
        this.async = async;
    }

    /// Keeps up from now on.
    public void start() {
        for (Observable source :
                List.of(board.services(), board.downloads(), board.unreadProperty(), events.connectionProperty())) {
            source.addListener(_ -> look());
        }
        look();
    }

    public ReadOnlyObjectProperty<TrayState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The same in words.
    public TrayWords words(Texts texts) {
        return TrayWords.of(state.get(), texts);
    }

    private void look() {
        Collection<ServiceStatus> services = board.services().values();
        state.set(new TrayState(
                events.connectionProperty().get(),
                (int) services.stream().filter(ServiceStatus::configured).count(),
                services.stream()
                        .filter(service -> service.configured() && ILL.contains(service.status()))
                        .map(ServiceStatus::displayName)
                        .sorted()
                        .toList(),
                ids(GOING).size(),
                ids(Set.of(DownloadStatus.PAUSED)).size(),
                board.unreadProperty().get()));
    }

    private List<String> ids(Set<DownloadStatus> wanted) {
        return board.downloads().values().stream()
                .filter(download -> wanted.contains(download.status()))
                .map(Download::id)
                .sorted()
                .toList();
    }

    /// Pauses all that goes on, or else lets all go on that is paused. One that somebody else has ended meanwhile does
    /// not keep the others.
    public void toggleDownloads() {
        List<String> going = ids(GOING);
        if (going.isEmpty()) {
            each(ids(Set.of(DownloadStatus.PAUSED)), api::resume);
        } else {
            each(going, api::pause);
        }
    }

    private void each(List<String> ids, Consumer<String> what) {
        for (String id : ids) {
            async.run(() -> {
                        what.accept(id);
                        return id;
                    })
                    .then(_ -> {}, problem -> LOG.info("Download {} stays as it is: {}", id, problem.message()));
        }
    }
}
