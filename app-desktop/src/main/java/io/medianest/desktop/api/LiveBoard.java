package io.medianest.desktop.api;

import io.medianest.model.download.Download;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.ServiceStatus;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// What is going on just now, kept current by events: the requests seen since the window opened, by title, the
/// services, by name, the open downloads, and how much news waits to be read. Belongs to the FX thread.
public final class LiveBoard implements EventListener {
    /// Each of them alone is enough to find titles.
    private static final List<String> CATALOGUES = List.of("overseerr", "tmdb");

    private final ObservableMap<TitleKey, MediaRequest> requests = FXCollections.observableHashMap();
    private final ObservableMap<String, ServiceStatus> services = FXCollections.observableHashMap();
    /// Kept, since such a view forgets its listeners when nobody holds it.
    private final ObservableMap<TitleKey, MediaRequest> shownRequests =
            FXCollections.unmodifiableObservableMap(requests);

    private final ObservableMap<String, Download> downloads = FXCollections.observableHashMap();
    private final ObservableMap<String, Download> shownDownloads = FXCollections.unmodifiableObservableMap(downloads);

    private final ObservableMap<String, ServiceStatus> shownServices =
            FXCollections.unmodifiableObservableMap(services);
    private final IntegerBinding waiting = Bindings.createIntegerBinding(this::countWaiting, requests);
    private final BooleanBinding withoutCatalogue = Bindings.createBooleanBinding(this::lacksCatalogue, services);
    private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();
    private @Nullable String myId;

    /// Starts to keep up with the events.
    public void follow(Events events) {
        events.onState(this::replace);
        events.listen(this);
    }

    /// The newest request of each title that is open, or that was when the window opened.
    public ObservableMap<TitleKey, MediaRequest> requests() {
        return shownRequests;
    }

    public ObservableMap<String, ServiceStatus> services() {
        return shownServices;
    }

    /// The downloads that have not ended, by id; a playlist counts as one.
    public ObservableMap<String, Download> downloads() {
        return shownDownloads;
    }

    public @Nullable MediaRequest request(TitleKey title) {
        return requests.get(title);
    }

    /// Whether the person at the window asked for it.
    public boolean isMine(MediaRequest request) {
        return myId != null && myId.equals(request.userId());
    }

    /// How many requests wait for somebody's decision.
    public IntegerBinding waitingProperty() {
        return waiting;
    }

    /// Whether nothing is set up that knows films and series, so that none can be found.
    public BooleanBinding withoutCatalogueProperty() {
        return withoutCatalogue;
    }

    /// How many notifications the person at the window has not read.
    public ReadOnlyLongProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Notes what a reply said is left to read.
    public void noteUnread(long count) {
        unread.set(count);
    }

    /// Notes a request that a reply brought, unless an event was quicker.
    public void note(MediaRequest request) {
        requests.merge(request.key(), request, LiveBoard::newer);
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.RequestCreated created -> note(created.request());
            case ServerEvent.RequestChanged changed -> note(changed.request());
            case ServerEvent.ServiceChecked checked ->
                services.put(checked.service().name(), checked.service());
            case ServerEvent.NotificationAdded added ->
                unread.set(unread.get() + (added.notification().read() ? 0 : 1));
            case ServerEvent.DownloadChanged(Download download) -> note(download);
            case ServerEvent.PreferencesChanged _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _,
                    ServerEvent.DownloadProgressed _ -> {
                // Not on this board.
            }
        }
    }

    private void replace(LiveState state) {
        myId = state.user().id();
        unread.set(state.unreadCount());
        requests.values().removeIf(known -> !isOpen(known) || !state.mayLeaveOut(known));
        state.requests().forEach(this::note);
        downloads.clear();
        state.downloads().forEach(this::note);
        services.clear();
        state.services().forEach(service -> services.put(service.name(), service));
    }

    /// A video of a playlist counts with its playlist.
    private void note(Download download) {
        if (download.status().isOpen() && download.playlistId() == null) {
            downloads.put(download.id(), download);
        } else {
            downloads.remove(download.id());
        }
    }

    private static boolean isOpen(MediaRequest request) {
        return request.status() == RequestStatus.PENDING || request.status() == RequestStatus.APPROVED;
    }

    private static MediaRequest newer(MediaRequest known, MediaRequest other) {
        if (Objects.equals(known.id(), other.id())) {
            return other.version() >= known.version() ? other : known;
        }
        return other.createdAt().isBefore(known.createdAt()) ? known : other;
    }

    /// What nobody has told of yet is not taken for missing.
    private boolean lacksCatalogue() {
        return !services.isEmpty()
                && CATALOGUES.stream().map(services::get).noneMatch(service -> service == null || service.configured());
    }

    private int countWaiting() {
        return (int) requests.values().stream()
                .filter(request -> request.status() == RequestStatus.PENDING)
                .count();
    }
}
