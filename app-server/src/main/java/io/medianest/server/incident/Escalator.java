package io.medianest.server.incident;

import io.medianest.model.status.Escalation;
import io.medianest.model.status.IncidentState;
import io.medianest.server.incident.IncidentStore.Row;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries incidents on, step by step, for as long as nobody looks after them. Each step is taken once. Thread-safe.
final class Escalator {
    private static final Logger LOG = LoggerFactory.getLogger(Escalator.class);
    private static final int ADMINS = 1;
    private static final int OUTSIDE = 2;

    private final Database database;
    private final Escalations escalations;
    private final Clock clock;

    Escalator(Database database, Escalations escalations, Clock clock) {
        this.database = database;
        this.escalations = escalations;
        this.clock = clock;
    }

    /// @param silenced whether a service is being worked on, so that nobody is disturbed
    void look(IncidentRules rules, Predicate<String> silenced) {
        for (var row : database.store(IncidentStore.class).unattended(OUTSIDE)) {
            if (row.service() == null || !silenced.test(row.service())) {
                database.run(tx -> tx.store(IncidentStore.class)
                        .lock(row.id())
                        .filter(now -> now.state() == IncidentState.OPEN)
                        .ifPresent(now -> carryOn(tx, now, rules)));
            }
        }
    }

    private void carryOn(Tx tx, Row row, IncidentRules rules) {
        var age = Duration.between(row.startedAt(), clock.instant());
        if (row.escalation() < ADMINS && age.compareTo(rules.notifyAfter()) >= 0) {
            step(tx, row, ADMINS, Escalation.ADMINS);
            escalations.tellAdmins(tx, row.incident());
        }
        if (row.escalation() < OUTSIDE && age.compareTo(rules.sendAfter()) >= 0) {
            step(tx, row, OUTSIDE, Escalation.OUTSIDE);
            escalations.sendOut(tx, row.incident());
        }
    }

    private void step(Tx tx, Row row, int level, Escalation escalation) {
        var word = escalation.name().toLowerCase(Locale.ROOT);
        var store = tx.store(IncidentStore.class);
        store.escalate(row.id(), level);
        store.addStep(row.id(), clock.instant(), IncidentState.OPEN.name().toLowerCase(Locale.ROOT), null, null, word);
        LOG.warn("incident {} goes on and nobody looks after it: told to {}", row.id(), word);
    }
}
