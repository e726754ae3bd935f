package io.medianest.server.dashboard;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.model.status.OverallStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusReport;
import io.medianest.model.status.StatusSample;
import io.medianest.model.status.Uptimes;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the services were found last and in the last 30 days; tells at once what is new. Thread-safe.
public final class ServiceBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceBoard.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final List<Probe> probes;
    private final Database database;
    private final EventBus events;
    private final Supplier<List<Incident>> openIncidents;
    private final Clock clock;
    private final Map<String, ServiceStatus> latest = new ConcurrentHashMap<>();
    private final Map<String, Instant> badSince = new ConcurrentHashMap<>();
    private volatile BiConsumer<List<String>, Announcements> onInvite = (names, announcements) -> {};
    private volatile List<String> guests = List.of();
    private volatile Announcements announced = Announcements.NONE;

    /// @param probes of our own services, in the order in which people see them
    /// @param openIncidents those that are looked after, the latest first
    ServiceBoard(
            List<Probe> probes,
            Database database,
            EventBus events,
            Supplier<List<Incident>> openIncidents,
            Clock clock) {
        this.probes = List.copyOf(probes);
        this.database = database;
        this.events = events;
        this.openIncidents = openIncidents;
        this.clock = clock;
    }

    /// What somebody else announces.
    record Announcements(List<Incident> incidents, List<Incident> maintenance) {
        static final Announcements NONE = new Announcements(List.of(), List.of());
    }

    /// A service was looked at just now.
    void found(Finding finding) {
        keep(finding.service(), finding.at(), finding.state() != ServiceState.OFFLINE, finding.responseTime());
        show(finding);
    }

    /// Remembers one check.
    void keep(String service, Instant at, boolean up, @Nullable Long responseTime) {
        store().insert(service, at, up, responseTime);
    }

    /// Remembers checks of the past, of those services of which nothing is remembered yet.
    void remember(List<PastCheck> past) {
        var now = clock.instant();
        var unknown = past.stream()
                .map(PastCheck::service)
                .distinct()
                .filter(service -> lastCheckBefore(service, now) == null)
                .collect(Collectors.toSet());
        database.run(tx -> tx.store(ServiceCheckStore.class)
                .insertAll(past.stream()
                        .filter(check -> unknown.contains(check.service()))
                        .toList()));
    }

    /// Shows how a service is.
    void show(Finding finding) {
        var name = finding.service();
        var uptime = finding.uptime24h() == null
                ? uptime(name, clock.instant().minus(Window.DAY.length()))
                : finding.uptime24h();
        var status = new ServiceStatus(
                name,
                finding.displayName(),
                finding.state(),
                finding.responseTime(),
                finding.at(),
                finding.words(),
                uptime,
                true);
        latest.put(name, status);
        note(name, finding.state(), finding.at());
        events.publish(new ServerEvent.ServiceChecked(status));
    }

    /// A service of ours is not set up.
    void absent(Probe probe, String whatToDo) {
        var status = unchecked(probe, whatToDo);
        badSince.remove(probe.name());
        if (!status.equals(latest.put(probe.name(), status))) {
            events.publish(new ServerEvent.ServiceChecked(status));
        }
    }

    /// Which services are shown beside our own, and what is announced about all of them.
    void invite(List<String> names, Announcements announcements) {
        welcome(names, announcements);
        onInvite.accept(names, announcements);
    }

    Announcements announced() {
        return announced;
    }

    /// Has `listener` told whom we invite. To be called once.
    void onInvite(BiConsumer<List<String>, Announcements> listener) {
        onInvite = listener;
    }

    /// Another server has looked at a service.
    void hear(ServiceStatus status) {
        var at = status.lastChecked();
        if (at != null && isNewer(at, latest.get(status.name())) && isShown(status.name())) {
            latest.put(status.name(), status);
            note(status.name(), status.status(), at);
        }
    }

    private static boolean isNewer(Instant at, @Nullable ServiceStatus known) {
        return known == null
                || known.lastChecked() == null
                || known.lastChecked().isBefore(at);
    }

    private boolean isShown(String service) {
        return isOwn(service) || guests.contains(service);
    }

    private void note(String service, ServiceState state, Instant at) {
        switch (state) {
            case ONLINE, UNKNOWN -> badSince.remove(service);
            case OFFLINE, DEGRADED -> badSince.putIfAbsent(service, at);
        }
    }

    /// As [#invite], where another server does.
    void welcome(List<String> names, Announcements announcements) {
        var before = guests;
        guests = List.copyOf(names);
        announced = announcements;
        before.stream().filter(name -> !names.contains(name)).forEach(this::leave);
    }

    private void leave(String guest) {
        badSince.remove(guest);
        var last = latest.remove(guest);
        if (last != null) {
            events.publish(
                    new ServerEvent.ServiceChecked(notLookedAt(guest, last.displayName(), "Not watched any more")));
        }
    }

    /// Whether a service is one of our own.
    boolean isOwn(String service) {
        return probes.stream().anyMatch(probe -> probe.name().equals(service));
    }

    /// Whether nobody looks at a service, as far as is known.
    boolean isUnwatched(String service) {
        return latest(service).map(found -> !found.configured()).orElse(!isOwn(service));
    }

    /// When a service was checked last before a moment; null for never.
    @Nullable Instant lastCheckBefore(String service, Instant moment) {
        return store().lastCheckBefore(service, moment).orElse(null);
    }

    Optional<ServiceStatus> latest(String service) {
        return Optional.ofNullable(latest.get(service));
    }

    private @Nullable Double uptime(String service, Instant since) {
        return store().uptime(service, since).orElse(null);
    }

    private static ServiceStatus unchecked(Probe probe, String problem) {
        return notLookedAt(probe.name(), probe.displayName(), "Not configured: " + problem);
    }

    private static ServiceStatus notLookedAt(String name, String displayName, String why) {
        return new ServiceStatus(name, displayName, ServiceState.UNKNOWN, null, null, why, null, false);
    }

    /// All services as they were found last.
    public List<ServiceStatus> services() {
        var others = guests.stream().flatMap(name -> latest(name).stream());
        return Stream.concat(ownServices().stream(), others).toList();
    }

    /// Those that the program itself works with.
    List<ServiceStatus> ownServices() {
        return probes.stream()
                .map(probe -> latest(probe.name()).orElseGet(() -> waiting(probe)))
                .toList();
    }

    private static ServiceStatus waiting(Probe probe) {
        return probe.notConfigured()
                .get()
                .map(problem -> unchecked(probe, problem))
                .orElseGet(() -> new ServiceStatus(
                        probe.name(),
                        probe.displayName(),
                        ServiceState.UNKNOWN,
                        null,
                        null,
                        "Not checked yet",
                        null,
                        true));
    }

    /// The incidents that are looked after, what is wrong just now beside them, and what somebody else announces.
    public StatusReport report() {
        var services = services();
        var said = announced;
        var incidents = new ArrayList<>(openIncidents.get());
        var lookedAfter = incidents.stream()
                .map(Incident::service)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        services.stream()
                .filter(service -> badSince.containsKey(service.name()) && !lookedAfter.contains(service.name()))
                .map(this::incident)
                .forEach(incidents::add);
        incidents.addAll(said.incidents());
        return new StatusReport(services, overall(services), List.copyOf(incidents), said.maintenance());
    }

    private Incident incident(ServiceStatus service) {
        var verb = service.status() == ServiceState.OFFLINE ? " does not answer" : " answers slowly";
        return new Incident(
                "down:" + service.name(),
                service.displayName() + verb,
                service.message(),
                service.name(),
                badSince.getOrDefault(service.name(), clock.instant()));
    }

    private static OverallStatus overall(List<ServiceStatus> services) {
        var configured = services.stream().filter(ServiceStatus::configured).toList();
        long online = configured.stream()
                .filter(service -> service.status() == ServiceState.ONLINE)
                .count();
        boolean offline = configured.stream().anyMatch(service -> service.status() == ServiceState.OFFLINE);
        var state = online == configured.size()
                ? ServiceState.ONLINE
                : offline && online == 0 ? ServiceState.OFFLINE : ServiceState.DEGRADED;
        return new OverallStatus(configured.isEmpty() ? ServiceState.UNKNOWN : state, (int) online, services.size());
    }

    /// @throws MediaNestException `NOT_FOUND` for a name that no service has
    public StatusHistory history(String service, Window window) {
        if (!isShown(service)) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such service", service);
        }
        Instant since = clock.instant().minus(window.length());
        var samples = store().spans(service, since, window.span().toSeconds()).stream()
                .map(span -> new StatusSample(span.at(), span.responseTime(), span.uptime()))
                .toList();
        Instant now = clock.instant();
        var shares = store().shares(
                        service, now.minus(Window.DAY.length()), now.minus(Window.WEEK.length()), now.minus(KEPT));
        var uptimes = new Uptimes(shares.lastDay(), shares.lastWeek(), shares.lastMonth());
        return new StatusHistory(service, window.wireName(), uptime(service, since), samples, shares.since(), uptimes);
    }

    /// Forgets what is older than 30 days.
    public void prune() {
        int pruned = store().prune(clock.instant().minus(KEPT));
        LOG.debug("{} old checks forgotten", pruned);
    }

    private ServiceCheckStore store() {
        return database.store(ServiceCheckStore.class);
    }
}
