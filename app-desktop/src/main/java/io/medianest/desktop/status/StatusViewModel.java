package io.medianest.desktop.status;

import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The services with their history, kept current by events. Belongs to the FX thread.
public final class StatusViewModel implements EventListener {
    private final MediaNestApi api;
    private final Events events;
    private final Async async;
    private final Clock clock;
    private final Object reading = new Object();
    private final ObservableList<ServiceCard> cards = FXCollections.observableArrayList();
    private final ObservableList<ServiceCard> shown = FXCollections.unmodifiableObservableList(cards);
    private final IncidentsViewModel incidents;
    private final EngineViewModel engine;
    private final ObservableValue<Boolean> keeper;
    private Subscription listening = Subscription.EMPTY;
    private final LiveScreen<ObservableList<ServiceCard>> screen;
    private final ReadOnlyObjectWrapper<Window> window = new ReadOnlyObjectWrapper<>(Window.DAY);
    private final ReadOnlyObjectWrapper<Optional<Duration>> sinceCheck = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param me the person at the window, once that is known
    public StatusViewModel(
            MediaNestApi api,
            Events events,
            Async async,
            Notices notices,
            ObservableValue<@Nullable User> me,
            Clock clock) {
        this.api = api;
        this.events = events;
        this.async = async;
        this.clock = clock;
        this.screen = new LiveScreen<>(clock, this::refresh);
        this.incidents = new IncidentsViewModel(api.operations(), async, notices, me, this::refresh);
        this.engine = new EngineViewModel(api.operations(), events, async, notices, clock);
        this.keeper =
                me.map(person -> person != null && person.role() == Role.ADMIN).orElse(false);
    }

    /// Reads the services and keeps up with the events from now on.
    public void start() {
        screen.follow(events, this);
        listening = keeper.subscribe(this::keeperBecame);
    }

    private void keeperBecame(boolean keeps) {
        if (keeps) {
            engine.start();
        }
        refresh();
    }

    public void close() {
        listening.unsubscribe();
        screen.close();
        engine.close();
        incidents.close();
        async.cancel(reading);
        cards.forEach(async::cancel);
    }

    public ReadOnlyObjectProperty<Screen<ObservableList<ServiceCard>>> screenProperty() {
        return screen.property();
    }

    /// The services as they are now.
    public ObservableList<ServiceCard> services() {
        return shown;
    }

    public IncidentsViewModel incidents() {
        return incidents;
    }

    /// The inside of the server, for those who keep it.
    public EngineViewModel engine() {
        return engine;
    }

    /// Whether the person at the window keeps the server.
    public ObservableValue<Boolean> keeperProperty() {
        return keeper;
    }

    public ReadOnlyObjectProperty<Window> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// How long ago any service was checked; absent before the first check.
    public ReadOnlyObjectProperty<Optional<Duration>> sinceCheckProperty() {
        return sinceCheck.getReadOnlyProperty();
    }

    /// Looks back farther or less far.
    public void look(Window other) {
        if (other != window.get()) {
            window.set(other);
            cards.forEach(this::readHistory);
        }
    }

    /// A second has passed.
    public void tick() {
        engine.tick();
        sinceCheck.set(cards.stream()
                .map(card -> card.status().lastChecked())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(last -> Duration.between(last, clock.instant()))
                .map(age -> age.isNegative() ? Duration.ZERO : age));
    }

    public void refresh() {
        screen.reading();
        async.latest(reading, api::serviceStatus).then(this::arrived, screen::failed);
    }

    /// As [#refresh()], with what the keeper sees below the services.
    public void refreshAll() {
        refresh();
        if (keeper.getValue()) {
            engine.refresh();
        }
    }

    private void arrived(StatusReport report) {
        cards.removeIf(card ->
                report.services().stream().noneMatch(service -> service.name().equals(card.name())));
        report.services().forEach(this::place);
        incidents.take(report);
        cards.forEach(card -> card.troubled(since(card, report)));
        cards.forEach(this::readHistory);
        screen.show(cards.isEmpty() ? Screen.empty() : Screen.of(cards));
        tick();
    }

    private static @Nullable Instant since(ServiceCard card, StatusReport report) {
        return report.incidents().stream()
                .filter(incident -> card.name().equals(incident.service()))
                .map(Incident::startedAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void place(ServiceStatus service) {
        card(service.name()).ifPresentOrElse(card -> card.take(service), () -> cards.add(new ServiceCard(service)));
    }

    private Optional<ServiceCard> card(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    private void readHistory(ServiceCard card) {
        if (!card.status().configured()) {
            return;
        }
        String back = window.get().wireName();
        async.latest(card, () -> api.serviceHistory(card.name(), back))
                .then(read -> card.take(read, clock.instant()), _ -> {
                    // The card says the rest; a chart without its history is empty.
                });
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.ServiceChecked checked -> checked(checked.service());
            case ServerEvent.IncidentOpened _, ServerEvent.IncidentResolved _ -> refresh();
            case ServerEvent.RequestCreated _,
                    ServerEvent.RequestChanged _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _ -> {
                // Concern other screens.
            }
        }
    }

    @Override
    public void missedSome() {
        refresh();
    }

    /// A check of a known service in the same state is shown as it is. Anything else may have opened or ended an
    /// incident, which only the server knows.
    private void checked(ServiceStatus service) {
        Optional<ServiceCard> known = card(service.name());
        ServiceState before = known.map(card -> card.status().status()).orElse(null);
        known.ifPresent(card -> card.take(service));
        known.filter(card -> card.isLongAt(clock.instant())).ifPresent(this::readHistory);
        if (before != service.status()) {
            refresh();
        }
        tick();
    }
}
