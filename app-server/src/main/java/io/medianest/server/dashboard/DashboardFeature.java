package io.medianest.server.dashboard;

import io.medianest.model.status.Incident;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The health of all services as a whole: what the rest of the program sees of this package.
public final class DashboardFeature {
    private final Database database;
    private final Clock clock;
    private final ServiceBoard board;
    private final ServiceChecks checks;
    private final KumaWatch watch;

    /// @param probes of our own services, in the order in which people see them
    /// @param openIncidents those that are looked after, the latest first
    /// @param nanoTime as `System.nanoTime`
    public DashboardFeature(
            List<Probe> probes,
            UptimeKumaClient kuma,
            Database database,
            EventBus events,
            Supplier<List<Incident>> openIncidents,
            Clock clock,
            LongSupplier nanoTime) {
        this.database = database;
        this.clock = clock;
        this.board = new ServiceBoard(probes, database, events, openIncidents, clock);
        this.watch = new KumaWatch(kuma, probes, board, clock);
        this.checks = new ServiceChecks(probes, board, watch::covers, clock, nanoTime);
    }

    /// How all services are.
    public ServiceBoard board() {
        return board;
    }

    /// Whether a service is being worked on, so that it may be down.
    public boolean isInMaintenance(String service) {
        return watch.isInMaintenance(service);
    }

    /// Whether nobody looks at a service any more: it is not configured, or its monitor is gone.
    public boolean isUnwatched(String service) {
        return watch.isUnwatched(service);
    }

    /// @param webhookSecret what Uptime Kuma shows with its webhooks; null refuses them
    public List<Routes> routes(HealthRoutes.About about, Supplier<@Nullable Secret> webhookSecret) {
        return List.of(
                new DashboardRoutes(board),
                new HealthRoutes(database, board, about, clock),
                new KumaWebhookRoutes(new WebhookSecret(webhookSecret, "uptime-kuma.webhook-secret"), watch::happened));
    }

    /// Takes over what was seen before there was anything to see it, of services of which nothing is known.
    public void remember(List<PastCheck> past) {
        board.remember(past);
    }

    /// Begins to check.
    ///
    /// @param pollInterval how often Uptime Kuma is asked
    public void start(Schedule schedule, Supplier<Duration> pollInterval) {
        schedule.every("look at Uptime Kuma", pollInterval, watch::poll);
        checks.start(schedule);
    }
}
