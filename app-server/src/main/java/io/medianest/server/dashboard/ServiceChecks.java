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
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.job.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the outside services: checks each now and then, remembers 30 days, tells at once. Thread-safe.
public final class ServiceChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceChecks.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final List<Probe> probes;
    private final Database database;
    private final EventBus events;
    private final Clock clock;
    private final Map<String, ServiceStatus> latest = new ConcurrentHashMap<>();
    private final Map<String, Instant> badSince = new ConcurrentHashMap<>();

    public ServiceChecks(List<Probe> probes, Database database, EventBus events, Clock clock) {
        this.probes = List.copyOf(probes);
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /// Begins to check.
    public void start(Schedule schedule) {
        for (var probe : probes) {
            schedule.every("check of " + probe.name(), probe.interval(), () -> check(probe));
        }
    }

    /// Checks one service now. Telling a duration needs a clock that nobody sets, hence `nanoTime`.
    void check(Probe probe) {
        var problem = probe.notConfigured().get();
        if (problem.isPresent()) {
            absent(probe, problem.get());
            return;
        }
        long begun = System.nanoTime();
        try {
            var words = probe.check().get();
            record(probe, true, Duration.ofNanos(System.nanoTime() - begun), words);
        } catch (Probe.Absent e) {
            absent(probe, String.valueOf(e.getMessage()));
        } catch (MediaNestException e) {
            record(probe, false, Duration.ZERO, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the check of {} failed in an unexpected way", probe.name(), e);
            record(probe, false, Duration.ZERO, "The check failed: see the log");
        }
    }

    private void absent(Probe probe, String whatToDo) {
        latest.put(probe.name(), unchecked(probe, whatToDo));
        badSince.remove(probe.name());
    }

    private void record(Probe probe, boolean up, Duration took, String words) {
        Instant now = clock.instant();
        @Nullable Long millis = up ? Math.max(1, took.toMillis()) : null;
        store().insert(probe.name(), now, up, millis);
        var state = stateOf(up, took);
        var status = new ServiceStatus(
                probe.name(), probe.displayName(), state, millis, now, words, uptime(probe.name(), now), true);
        latest.put(probe.name(), status);
        if (state == ServiceState.ONLINE) {
            badSince.remove(probe.name());
        } else {
            badSince.putIfAbsent(probe.name(), now);
        }
        events.publish(new ServerEvent.ServiceChecked(status));
    }

    private static ServiceState stateOf(boolean up, Duration took) {
        if (!up) {
            return ServiceState.OFFLINE;
        }
        return took.compareTo(SLOW) > 0 ? ServiceState.DEGRADED : ServiceState.ONLINE;
    }

    private @Nullable Double uptime(String service, Instant now) {
        return store().uptime(service, now.minus(Duration.ofDays(1))).orElse(null);
    }

    private static ServiceStatus unchecked(Probe probe, String problem) {
        return new ServiceStatus(
                probe.name(),
                probe.displayName(),
                ServiceState.UNKNOWN,
                null,
                null,
                "Not configured: " + problem,
                null,
                false);
    }

    /// All services as they were found last.
    public List<ServiceStatus> services() {
        return probes.stream()
                .map(probe -> {
                    var known = latest.get(probe.name());
                    return known != null ? known : waiting(probe);
                })
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

    public StatusReport report() {
        var services = services();
        var incidents = services.stream()
                .filter(service -> badSince.containsKey(service.name()))
                .map(this::incident)
                .toList();
        return new StatusReport(services, overall(services), incidents, List.of());
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
        if (probes.stream().noneMatch(probe -> probe.name().equals(service))) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such service", service);
        }
        Instant since = clock.instant().minus(window.length());
        var samples = store().spans(service, since, window.span().toSeconds()).stream()
                .map(span -> new StatusSample(span.at(), span.responseTime(), span.uptime()))
                .toList();
        return new StatusHistory(
                service, window.wireName(), store().uptime(service, since).orElse(null), samples);
    }

    /// Forgets what is older than 30 days.
    public void prune() {
        int pruned = store().prune(clock.instant().minus(KEPT));
        LOG.debug("{} old checks forgotten", pruned);
    }

    private ServiceCheckStore store() {
        return database.store(ServiceCheckStore.class);
    }

    /// The lengths of history that can be asked for, each in about a hundred spans.
    public enum Window {
        HOUR("1h", Duration.ofHours(1), Duration.ofSeconds(30)),
        DAY("24h", Duration.ofDays(1), Duration.ofMinutes(15)),
        WEEK("7d", Duration.ofDays(7), Duration.ofMinutes(105)),
        MONTH("30d", Duration.ofDays(30), Duration.ofMinutes(450));

        private final String wireName;
        private final Duration length;
        private final Duration span;

        Window(String wireName, Duration length, Duration span) {
            this.wireName = wireName;
            this.length = length;
            this.span = span;
        }

        String wireName() {
            return wireName;
        }

        Duration length() {
            return length;
        }

        Duration span() {
            return span;
        }
    }
}
