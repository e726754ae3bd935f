package io.medianest.server.incident;

import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.BreakerState;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of what is an incident. A problem that an admin has called over is one again only after it has ended by
/// itself. Thread-safe.
final class IncidentWatch {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentWatch.class);
    static final int DOWN_IN_A_ROW = 3;
    static final Duration BREAKER_OPEN = Duration.ofMinutes(2);
    private static final String DEAD = "dead-jobs";
    private static final String DISK = "disk";
    private static final String DOWNLOAD_DISK = "disk:downloads";
    private static final String ERRORS = "error-rate";

    private final Incidents incidents;
    private final Vitals vitals;
    private final Supplier<IncidentRules> rules;
    private final Clock clock;
    private final Clock steady;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Failures> failures = new HashMap<>();
    private final Map<String, Opened> opened = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /// @param rules asked at each look, so that a change works at once
    /// @param clock tells people when something was
    /// @param steady tells how long something has been, whatever `clock` is set to
    IncidentWatch(Incidents incidents, Vitals vitals, Supplier<IncidentRules> rules, Clock clock, Clock steady) {
        this.incidents = incidents;
        this.vitals = vitals;
        this.rules = rules;
        this.clock = clock;
        this.steady = steady;
    }

    /// A breaker that has opened.
    ///
    /// @param changedAt when it says that it did
    /// @param seenAt when that was seen, by the steady clock
    private record Opened(Instant changedAt, Instant seenAt) {}

    /// Checks of a service that failed, one after the other.
    private record Failures(int count, Instant last) {
        static final Failures NONE = new Failures(0, Instant.MIN);

        /// The same check may be told of more than once.
        Failures and(Instant check) {
            return check.equals(last) ? this : new Failures(count + 1, check);
        }
    }

    /// A service was checked.
    void checked(ServiceStatus service) {
        alone(() -> {
            var name = service.name();
            switch (service.status()) {
                case OFFLINE -> failed(service);
                case ONLINE, DEGRADED -> {
                    failures.remove(name);
                    well(down(name));
                }
                case UNKNOWN -> unknown(service);
            }
        });
    }

    private void unknown(ServiceStatus service) {
        failures.remove(service.name());
        if (!service.configured()) {
            well(down(service.name()));
        }
    }

    private void failed(ServiceStatus service) {
        var name = service.name();
        var check = service.lastChecked() == null ? clock.instant() : service.lastChecked();
        var row = failures.getOrDefault(name, Failures.NONE).and(check);
        failures.put(name, row);
        if (row.count() >= DOWN_IN_A_ROW && !told.contains(breaker(name)) && !vitals.isInMaintenance(name)) {
            wrong(new Problem(down(name), service.displayName() + " does not answer", service.message(), name));
        }
    }

    private static String down(String service) {
        return "down:" + service;
    }

    /// One trouble is one incident: whichever of the two rules notices it first tells of it.
    private static String breaker(String service) {
        return "breaker:" + service;
    }

    /// Looks at what nothing tells of by itself.
    void look() {
        alone(() -> {
            if (!vitals.isDatabaseReachable()) {
                incidents.cutOff();
                return;
            }
            incidents.joinedAgain();
            lookAtJobs();
            lookAtDisk();
            lookAtDownloads();
            lookAtErrors();
            vitals.breakers().forEach(this::lookAt);
            lookForLost();
        });
    }

    /// What is not looked at any more is told of no more: such as a monitor that was deleted while the program was off.
    private void lookForLost() {
        incidents.open().stream()
                .map(Incident::service)
                .filter(Objects::nonNull)
                .filter(vitals::isUnwatched)
                .forEach(service -> well(down(service)));
    }

    private void lookAtJobs() {
        long dead = vitals.deadJobs();
        if (dead <= rules.get().deadJobs()) {
            well(DEAD);
            return;
        }
        wrong(new Problem(
                DEAD, "%d jobs have failed for good".formatted(dead), "Try them again, or discard them", null));
    }

    private void lookAtDisk() {
        long free = vitals.freeBytes();
        if (free >= rules.get().lowDiskBytes()) {
            well(DISK);
            return;
        }
        var message = "%d MB are left: make room, or move the data directory".formatted(free / 1_000_000);
        wrong(new Problem(DISK, "The disk is almost full", message, null));
    }

    /// A disk that cannot be looked at is neither full nor well: downloads say themselves that they cannot be written.
    private void lookAtDownloads() {
        long free;
        try {
            free = vitals.freeBytesForDownloads().orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            LOG.debug("the disk for downloads cannot be looked at", e);
            return;
        }
        if (free >= rules.get().lowDiskBytes()) {
            well(DOWNLOAD_DISK);
            return;
        }
        var message = "%d MB are left: make room, or choose another folder".formatted(free / 1_000_000);
        wrong(new Problem(DOWNLOAD_DISK, "The disk for downloads is almost full", message, null));
    }

    private void lookAtErrors() {
        int percent = vitals.errorPercent();
        if (percent < rules.get().errorPercent()) {
            well(ERRORS);
            return;
        }
        wrong(new Problem(
                ERRORS,
                "Many requests fail",
                "%d of 100 replies are errors of this server: its log says why".formatted(percent),
                null));
    }

    /// A breaker stays open while nobody asks its service: only one that opens again and again means trouble. Where
    /// the service is known to be down that is said already.
    private void lookAt(BreakerReport breaker) {
        var name = breaker.name();
        var key = breaker(name);
        var changedAt = breaker.changedAt();
        if (breaker.state() == BreakerState.CLOSED || changedAt == null) {
            opened.remove(name);
            well(key);
            return;
        }
        var since = opened.computeIfAbsent(name, n -> new Opened(changedAt, steady.instant()));
        // A trial that goes on now may yet succeed.
        boolean again = breaker.state() == BreakerState.OPEN && !changedAt.equals(since.changedAt);
        boolean lasting = Duration.between(since.seenAt, steady.instant()).compareTo(BREAKER_OPEN) > 0;
        if (again && lasting && !told.contains(down(name)) && !vitals.isInMaintenance(name)) {
            wrong(new Problem(
                    key, breaker.displayName() + " keeps failing", "It is asked seldom until it answers again", name));
        }
    }

    private void wrong(Problem problem) {
        if (!told.contains(problem.key())) {
            incidents.open(problem);
            told.add(problem.key());
        }
    }

    /// Also what was opened before the program was started.
    private void well(String key) {
        incidents.settle(key);
        told.remove(key);
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
