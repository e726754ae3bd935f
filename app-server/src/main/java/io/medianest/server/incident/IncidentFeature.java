package io.medianest.server.incident;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.job.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Incidents as a whole: what the rest of the program sees of this package.
public final class IncidentFeature implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final Database database;
    private final EventBus events;
    private final Incidents incidents;
    private final IncidentWatch watch;
    private final Escalator escalator;
    private final Vitals vitals;
    private final Supplier<IncidentRules> rules;
    private EventBus.@Nullable Subscription subscription;

    public IncidentFeature(Database database, EventBus events, Surroundings around, Ids ids, Clock clock) {
        this.database = database;
        this.events = events;
        this.vitals = around.vitals;
        this.rules = around.rules;
        this.escalator = new Escalator(database, around.escalations, clock);
        this.incidents = new Incidents(database, events, ids, clock);
        this.watch = new IncidentWatch(incidents, vitals, rules, clock, around.steady);
    }

    /// What this needs of the rest of the program.
    ///
    /// @param rules asked at each look, so that a change works at once
    /// @param steady tells how long something has been, whatever the other clock is set to
    public record Surroundings(Vitals vitals, Escalations escalations, Supplier<IncidentRules> rules, Clock steady) {}

    public Incidents incidents() {
        return incidents;
    }

    public Routes routes() {
        return new IncidentRoutes(incidents);
    }

    /// Begins to watch. To be called once.
    public void start(Schedule schedule) {
        subscription = events.subscribe("incidents", this::happened);
        database.whenLost(schedule.every("look for incidents", LOOK, this::look));
    }

    private void look() {
        watch.look();
        if (vitals.isDatabaseReachable()) {
            escalator.look(rules.get(), vitals::isInMaintenance);
        }
    }

    private void happened(Published published) {
        if (published.event() instanceof ServerEvent.ServiceChecked(var service)) {
            watch.checked(service);
        }
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
