package io.medianest.server.admin;

import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.CacheStats;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.http.ErrorKind;
import io.medianest.server.platform.http.RequestListener;
import io.medianest.server.platform.job.JobCount;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.observe.Metrics;
import io.medianest.server.platform.resilience.CallListener;
import io.medianest.server.platform.resilience.Guards;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is measured of the server. Thread-safe.
public final class Meters {
    private final Metrics metrics;

    public Meters(Metrics metrics) {
        this.metrics = metrics;
    }

    /// Measures the requests that are answered.
    public RequestListener requests() {
        var times = metrics.timer("http_request", "Time to answer a request", "method", "route");
        var replies = metrics.tally("http_replies_total", "Replies by kind of status", "method", "route", "status");
        var errors = metrics.tally("errors_total", "Requests that failed, by whose fault it was", "kind", "code");
        return new RequestListener() {
            @Override
            public void failed(ErrorKind kind, ErrorCode code) {
                errors.add(kind.word(), code.name());
            }

            @Override
            public void answered(String method, String route, int status, long nanos) {
                times.took(nanos, method, route);
                replies.add(method, route, kind(status));
            }
        };
    }

    private static String kind(int status) {
        return switch (status / 100) {
            case 1 -> "1xx";
            case 2 -> "2xx";
            case 3 -> "3xx";
            case 4 -> "4xx";
            default -> "5xx";
        };
    }

    /// Measures the calls to outside services.
    public CallListener calls() {
        var times = metrics.timer("outside_call", "Time of a call to an outside service", "service", "outcome");
        var away = metrics.tally("outside_turned_away_total", "Calls that were not made, and why", "service", "reason");
        var again = metrics.tally("outside_retries_total", "Calls that were made once more", "service");
        var opened = metrics.tally("breaker_opened_total", "Times that a service began to be let alone", "service");
        return new CallListener() {
            @Override
            public void answered(String service, long nanos) {
                times.took(nanos, service, "answered");
            }

            @Override
            public void failed(String service, UpstreamFailure.Kind kind, long nanos) {
                times.took(nanos, service, kind.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public void turnedAway(String service, Reason reason) {
                away.add(service, reason.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public void repeated(String service) {
                again.add(service);
            }

            @Override
            public void opened(String service) {
                opened.add(service);
            }
        };
    }

    /// Shows the breakers.
    public void show(Guards guards) {
        metrics.gauges(
                "breaker_state",
                "0 lets calls through, 1 tries a few, 2 lets none through",
                "service",
                () -> by(guards.reports(), BreakerReport::name, Meters::number));
    }

    /// Shows how much is asked of the services just now.
    public void showCalls(Guards guards) {
        metrics.gauges(
                "outside_calls_running",
                "Calls to outside services at this moment",
                "service",
                () -> by(guards.reports(), BreakerReport::name, Meters::running));
        metrics.gauges(
                "outside_calls_limit",
                "Calls to outside services at the same time at most",
                "service",
                () -> by(guards.reports(), BreakerReport::name, Meters::most));
    }

    private static double running(BreakerReport breaker) {
        return breaker.calls() == null ? 0 : breaker.calls().running();
    }

    private static double most(BreakerReport breaker) {
        return breaker.calls() == null ? 0 : breaker.calls().concurrent();
    }

    private static double number(BreakerReport breaker) {
        return switch (breaker.state()) {
            case CLOSED, UNKNOWN -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    /// Shows the job table.
    public void show(JobQueue jobs) {
        metrics.gauges(
                "jobs",
                "Jobs by state",
                "state",
                () -> by(jobs.counts(), JobCount::state, count -> (double) count.jobs()));
        metrics.gauge(
                "job_queue_age_seconds", "For how long the job that has waited longest has been due", () -> age(jobs));
    }

    private static double age(JobQueue jobs) {
        return jobs.counts().stream()
                .filter(count -> count.state().equals("READY"))
                .mapToDouble(count -> Math.max(0, count.age().toMillis() / 1000.0))
                .max()
                .orElse(0);
    }

    /// Shows what has failed for good.
    void show(DeadLetterBox failed) {
        metrics.gauges(
                "dead_letters",
                "Work that has failed for good and waits for somebody to decide about it",
                "work",
                () -> failed.counts().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, work -> (double) work.getValue())));
    }

    /// Shows what people have asked for, and for how long downloads wait.
    void show(StatsSources sources) {
        metrics.gauges("requests", "Requests by status", "status", () -> doubles(sources.requests()));
        metrics.gauges("downloads", "Videos by status", "status", () -> doubles(sources.downloads()));
        metrics.gauge(
                "download_queue_age_seconds",
                "For how long the download that has waited longest could have run",
                () -> sources.waiting().get().toMillis() / 1000.0);
    }

    private static Map<String, Double> doubles(Supplier<Map<String, Long>> counts) {
        return counts.get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> (double) count.getValue()));
    }

    /// Shows how well copies serve.
    public void show(LocalCache cache) {
        metrics.counters("cache_hits_total", "Copies that were used", "cache", () -> by(cache, CacheStats::hits));
        metrics.counters(
                "cache_misses_total", "Copies that had to be made", "cache", () -> by(cache, CacheStats::misses));
        metrics.counters(
                "cache_stale_total",
                "Older copies that stood in for a service",
                "cache",
                () -> by(cache, CacheStats::stale));
        metrics.gauges("cache_entries", "Copies that are kept", "cache", () -> by(cache, CacheStats::entries));
    }

    private static Map<String, Double> by(LocalCache cache, Function<CacheStats, Long> value) {
        return by(cache.stats(), CacheStats::name, stats -> value.apply(stats).doubleValue());
    }

    /// Shows the connections to the database.
    public void show(Database database) {
        metrics.gauge("database_up", "1 while the database answers", () -> database.isReachable() ? 1 : 0);
        metrics.gauges("database_connections", "Connections to the database by state", "state", () -> {
            var state = database.connections();
            return Map.of(
                    "active", (double) state.active(),
                    "idle", (double) state.idle(),
                    "waited for", (double) state.waiting());
        });
    }

    /// Shows how many clients are connected live.
    public void showSockets(IntSupplier sockets) {
        metrics.gauge("sockets", "Clients that are connected live", sockets::getAsInt);
    }

    private static <T> Map<String, Double> by(
            Collection<T> things, Function<T, String> name, Function<T, Double> value) {
        return things.stream().collect(Collectors.toMap(name, value));
    }
}
