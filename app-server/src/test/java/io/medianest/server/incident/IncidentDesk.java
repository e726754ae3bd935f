package io.medianest.server.incident;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Incidents over a real database, with an ear for what they tell.
final class IncidentDesk implements AutoCloseable {
    static final IncidentRules RULES =
            new IncidentRules(5, 1_000_000_000, 20, Duration.ofMinutes(1), Duration.ofMinutes(10));

    final MovableClock clock = new MovableClock();
    final Database database = TestDatabase.open("incidents-" + UUID.randomUUID());
    final List<ServerEvent> told = new ArrayList<>();
    final Incidents incidents = new Incidents(database, new Listening(), new Ids(), clock);

    /// What was told, for example `opened Plex does not answer`.
    List<String> news() {
        return told.stream()
                .map(event -> switch (event) {
                    case ServerEvent.IncidentOpened(var incident) -> "opened " + incident.title();
                    case ServerEvent.IncidentResolved(var incident) -> "resolved " + incident.title();
                    default -> event.wireName();
                })
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Listening implements EventBus {
        @Override
        public void publish(ServerEvent event) {
            told.add(event);
        }

        @Override
        public Subscription subscribe(String name, Subscriber subscriber) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
