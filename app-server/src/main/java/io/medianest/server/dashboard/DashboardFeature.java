package io.medianest.server.dashboard;

import io.medianest.model.status.Incident;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.uptimekuma.KumaEvent;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The health of all services as a whole: what the rest of the program sees of this package.
public final class DashboardFeature implements AutoCloseable {
    private final Database database;
    private final Clock clock;
    private final ServiceBoard board;
    private final ServiceChecks checks;
    private final BoardEcho echo;
    private final KumaWatch watch;
    private final JobQueue jobs;

    /// What this stands on.
    public record Platform(Database database, JobQueue jobs, EventBus events) {}

    /// @param probes of our own services, in the order in which people see them
    /// @param openIncidents those that are looked after, the latest first
    /// @param nanoTime as `System.nanoTime`
    public DashboardFeature(
            List<Probe> probes,
            UptimeKumaClient kuma,
            Platform platform,
            Supplier<List<Incident>> openIncidents,
            Clock clock,
            LongSupplier nanoTime) {
        this.database = platform.database;
        this.jobs = platform.jobs;
        this.clock = clock;
        this.board = new ServiceBoard(probes, database, platform.events, openIncidents, clock);
        this.echo = new BoardEcho(board, platform.events, database.link());
        this.watch = new KumaWatch(kuma, probes, board, clock);
        jobs.register(new HearOfMonitor(watch::happened));
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

    /// @param troubles what of the program itself does not work, in sentences for people
    /// @param webhookSecret what Uptime Kuma shows with its webhooks; null refuses them
    public List<Routes> routes(
            HealthRoutes.About about, Supplier<List<String>> troubles, Supplier<@Nullable Secret> webhookSecret) {
        return List.of(
                new DashboardRoutes(board),
                new HealthRoutes(database, board, troubles, about, clock),
                new KumaWebhookRoutes(new WebhookSecret(webhookSecret, "uptime-kuma.webhook-secret"), this::told));
    }

    private void told(KumaEvent event) {
        database.run(tx -> jobs.add(tx, HearOfMonitor.job(event)));
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
        echo.start();
    }

    /// Something is wrong with a service: has it checked at once, so that everybody knows.
    public void checkSoon(String service) {
        checks.checkSoon(service);
    }

    @Override
    public void close() {
        echo.close();
    }
}
