package io.medianest.server.dashboard;

import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceState;
import io.medianest.server.dashboard.ServiceBoard.Announcements;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.uptimekuma.Beat;
import io.medianest.server.uptimekuma.KumaEvent;
import io.medianest.server.uptimekuma.KumaReport;
import io.medianest.server.uptimekuma.Monitor;
import io.medianest.server.uptimekuma.MonitorState;
import io.medianest.server.uptimekuma.Notice;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Believes Uptime Kuma, where there is one, how the services are that it watches. While it does not answer, our own
/// checks go on. Thread-safe.
final class KumaWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KumaWatch.class);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final UptimeKumaClient kuma;
    private final List<Probe> probes;
    private final ServiceBoard board;
    private final Clock clock;
    private final Instant startedAt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Beat> lastBeats = new HashMap<>();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private volatile Map<String, Watched> watched = Map.of();
    private volatile boolean complete;

    KumaWatch(UptimeKumaClient kuma, List<Probe> probes, ServiceBoard board, Clock clock) {
        this.kuma = kuma;
        this.probes = List.copyOf(probes);
        this.board = board;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// A service that a monitor stands for.
    private record Watched(String service, String displayName, MonitorState state) {
        Watched unknown() {
            return new Watched(service, displayName, MonitorState.UNKNOWN);
        }
    }

    /// Whether it tells how a service is.
    boolean covers(String service) {
        return watched.values().stream()
                .anyMatch(known -> known.service().equals(service) && known.state() != MonitorState.UNKNOWN);
    }

    /// Whether a service is being worked on, so that it may be down.
    boolean isInMaintenance(String service) {
        return watched.values().stream()
                .anyMatch(known -> known.service().equals(service) && known.state() == MonitorState.MAINTENANCE);
    }

    /// Whether nobody looks at a service: not before Uptime Kuma has said what it watches.
    boolean isUnwatched(String service) {
        return board.isUnwatched(service) && (complete || board.isOwn(service));
    }

    /// Asks how things are.
    void poll() {
        if (!kuma.isWatching()) {
            alone(() -> believeNothing(Map.of(), Announcements.NONE));
            complete = true;
            return;
        }
        try {
            var report = kuma.report(clock.instant());
            alone(() -> take(report));
            complete = true;
        } catch (MediaNestException e) {
            LOG.warn("the services are checked without Uptime Kuma: {}", e.getMessage());
            // What somebody has announced is meant for a time, and no less true meanwhile.
            alone(() -> believeNothing(guests(), board.announced()));
        }
    }

    /// @param left services that nobody else checks: they stay, as something that nobody knows about
    /// @param announced what is still said to people
    private void believeNothing(Map<String, Watched> left, Announcements announced) {
        watched = left;
        board.invite(left.values().stream().map(Watched::service).toList(), announced);
        left.values()
                .forEach(service -> board.show(new Finding(
                        service.service(),
                        service.displayName(),
                        ServiceState.UNKNOWN,
                        null,
                        clock.instant(),
                        "Uptime Kuma, which watches it, does not answer",
                        null)));
    }

    /// Services that nobody else checks, with nothing known about them.
    private Map<String, Watched> guests() {
        return watched.entrySet().stream()
                .filter(known -> !board.isOwn(known.getValue().service()))
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, known -> known.getValue().unknown()));
    }

    private void take(KumaReport report) {
        var names = MonitorNames.of(report.monitors(), probes);
        Map<String, Watched> now = new HashMap<>();
        report.monitors().forEach(monitor -> now.put(monitor.key(), watched(monitor, names)));
        watched = Map.copyOf(now);
        board.invite(
                report.monitors().stream()
                        .map(monitor -> names.getOrDefault(monitor.key(), monitor.key()))
                        .filter(name -> !board.isOwn(name))
                        .toList(),
                new Announcements(
                        incidents("kuma-incident-", report.incidents()),
                        incidents("kuma-maintenance-", report.maintenance())));
        report.monitors().forEach(monitor -> take(monitor, Objects.requireNonNull(now.get(monitor.key()))));
    }

    private Watched watched(Monitor monitor, Map<String, String> names) {
        var name = names.getOrDefault(monitor.key(), monitor.key());
        var displayName = probes.stream()
                .filter(probe -> probe.name().equals(name))
                .map(Probe::displayName)
                .findFirst()
                .orElse(monitor.name());
        return new Watched(name, displayName, monitor.state());
    }

    private void take(Monitor monitor, Watched service) {
        if (monitor.state() == MonitorState.UNKNOWN && board.isOwn(service.service())) {
            return; // We look after it ourselves.
        }
        var known = lastBeats.get(monitor.key());
        var since = known == null ? board.lastCheckBefore(service.service(), startedAt) : known.time();
        monitor.beats().stream()
                .filter(beat -> since == null || beat.time().isAfter(since))
                .forEach(beat -> keep(service, beat));
        var present = present(monitor, known);
        if (monitor.beats().isEmpty()) {
            keep(service, present);
        }
        lastBeats.put(monitor.key(), present);
        board.show(finding(
                service, isBehind(monitor, known) ? present.state() : monitor.state(), present, monitor.uptime24h()));
    }

    /// The last beat; of one that a webhook told of already more is known, and the page may be behind.
    private Beat present(Monitor monitor, @Nullable Beat known) {
        if (monitor.beats().isEmpty()) {
            return new Beat(monitor.state(), clock.instant(), monitor.ping(), null);
        }
        var last = monitor.beats().getLast();
        return known != null && !known.time().isBefore(last.time()) ? known : last;
    }

    /// A webhook has told of something newer.
    private static boolean isBehind(Monitor monitor, @Nullable Beat known) {
        return known != null
                && !monitor.beats().isEmpty()
                && known.time().isAfter(monitor.beats().getLast().time());
    }

    private void keep(Watched service, Beat beat) {
        switch (beat.state()) {
            case UP -> board.keep(service.service(), beat.time(), true, beat.ping());
            case DOWN -> board.keep(service.service(), beat.time(), false, null);
            case PENDING, MAINTENANCE, UNKNOWN -> LOG.trace("{} is neither up nor down", service);
        }
    }

    /// Something watched has changed just now. What is not known yet, what was told already, and what would hide all
    /// that comes until some day, is passed over.
    void happened(KumaEvent event) {
        alone(() -> {
            var service = watched.get(event.key());
            var known = lastBeats.get(event.key());
            var time = event.beat().time();
            if (service == null
                    || (known != null && !time.isAfter(known.time()))
                    || time.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
                LOG.debug("nothing new about monitor {}", event.key());
                return;
            }
            var state = event.beat().state();
            var changed = new HashMap<>(watched);
            changed.put(event.key(), new Watched(service.service(), service.displayName(), state));
            watched = Map.copyOf(changed);
            lastBeats.put(event.key(), event.beat());
            keep(service, event.beat());
            board.show(finding(service, state, event.beat(), null));
        });
    }

    private static Finding finding(Watched service, MonitorState state, Beat beat, @Nullable Double uptime) {
        var light = switch (state) {
            case UP -> Finding.answering(beat.ping());
            case DOWN -> ServiceState.OFFLINE;
            case PENDING -> ServiceState.DEGRADED;
            case MAINTENANCE, UNKNOWN -> ServiceState.UNKNOWN;
        };
        return new Finding(
                service.service(),
                service.displayName(),
                light,
                state == MonitorState.UP ? beat.ping() : null,
                beat.time(),
                words(state, beat.message()),
                uptime);
    }

    private static String words(MonitorState state, @Nullable String message) {
        var seen = switch (state) {
            case UP -> "Up, as Uptime Kuma sees it";
            case DOWN -> "Down, as Uptime Kuma sees it";
            case PENDING -> "It failed, and Uptime Kuma tries again";
            case MAINTENANCE -> "Under maintenance";
            case UNKNOWN -> "Uptime Kuma does not watch it at the moment";
        };
        return message == null ? seen : seen + ": " + message;
    }

    private List<Incident> incidents(String prefix, List<Notice> notices) {
        return notices.stream()
                .map(notice -> {
                    var id = prefix + notice.id();
                    var since = Optional.ofNullable(notice.since())
                            .orElseGet(() -> firstSeen.computeIfAbsent(id, key -> clock.instant()));
                    return new Incident(id, notice.title(), notice.message(), null, since);
                })
                .toList();
    }

    private void alone(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
