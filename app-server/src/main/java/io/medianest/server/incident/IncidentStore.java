package io.medianest.server.incident;

import io.medianest.model.status.Escalation;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentState;
import io.medianest.model.status.IncidentStep;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// Incidents and their steps.
@RegisterConstructorMapper(IncidentStore.Row.class)
@RegisterConstructorMapper(IncidentStore.StepRow.class)
interface IncidentStore {
    /// @return 0 when one with that key is open already
    @SqlUpdate("""
            INSERT INTO incident (id, problem_key, open_key, service, title, message, started_at)
            VALUES (:id, :key, :key, :service, :title, :message, :now)
            ON CONFLICT DO NOTHING""")
    int insert(String id, String key, @Nullable String service, String title, @Nullable String message, Instant now);

    @SqlUpdate("UPDATE incident SET acknowledged_at = :now WHERE id = :id AND open_key IS NOT NULL")
    void acknowledge(String id, Instant now);

    @SqlUpdate("UPDATE incident SET resolved_at = :now, open_key = NULL WHERE id = :id AND open_key IS NOT NULL")
    int resolve(String id, Instant now);

    @SqlUpdate("""
            INSERT INTO incident_step (incident_id, at, state, actor, comment, escalation)
            VALUES (:incidentId, :at, :state, :actor, :comment, :escalation)""")
    void addStep(
            String incidentId,
            Instant at,
            String state,
            @Nullable String actor,
            @Nullable String comment,
            @Nullable String escalation);

    @SqlUpdate("UPDATE incident SET escalation = :level WHERE id = :id")
    void escalate(String id, int level);

    /// Those that go on, that nobody looks after and that have not come as far.
    @SqlQuery("""
            SELECT * FROM incident
            WHERE open_key IS NOT NULL AND acknowledged_at IS NULL AND escalation < :level ORDER BY started_at""")
    List<Row> unattended(int level);

    @SqlQuery("SELECT * FROM incident WHERE id = :id")
    Optional<Row> find(String id);

    /// One of these at a time is changed by one transaction at a time.
    @SqlQuery("SELECT * FROM incident WHERE id = :id FOR UPDATE")
    Optional<Row> lock(String id);

    @SqlQuery("SELECT * FROM incident WHERE open_key = :key FOR UPDATE")
    Optional<Row> lockOpen(String key);

    @SqlQuery("SELECT * FROM incident WHERE open_key IS NOT NULL ORDER BY started_at DESC, id DESC")
    List<Row> open();

    @SqlQuery("""
            SELECT * FROM incident
            WHERE (open_key IS NOT NULL AND CAST(:open AS boolean))
                OR (open_key IS NULL AND CAST(:resolved AS boolean))
            ORDER BY started_at DESC, id DESC LIMIT :limit OFFSET :offset""")
    List<Row> page(boolean open, boolean resolved, int limit, long offset);

    @SqlQuery("""
            SELECT COUNT(*) FROM incident
            WHERE (open_key IS NOT NULL AND CAST(:open AS boolean))
                OR (open_key IS NULL AND CAST(:resolved AS boolean))""")
    long count(boolean open, boolean resolved);

    @SqlQuery("""
            SELECT incident_id, at, state, actor, comment, escalation FROM incident_step
            WHERE incident_id IN (<ids>) ORDER BY id""")
    List<StepRow> steps(@BindList Collection<String> ids);

    @SqlUpdate("DELETE FROM incident WHERE resolved_at < :before")
    int prune(Instant before);

    /// A row.
    record Row(
            String id,
            String problemKey,
            @Nullable String service,
            String title,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant resolvedAt,
            int escalation) {

        IncidentState state() {
            if (resolvedAt != null) {
                return IncidentState.RESOLVED;
            }
            return acknowledgedAt == null ? IncidentState.OPEN : IncidentState.ACKNOWLEDGED;
        }

        Incident incident() {
            return new Incident(id, title, message, service, startedAt, state(), resolvedAt);
        }
    }

    /// A row of [#steps].
    record StepRow(
            String incidentId,
            Instant at,
            String state,
            @Nullable String actor,
            @Nullable String comment,
            @Nullable String escalation) {
        IncidentStep step() {
            return new IncidentStep(
                    at,
                    IncidentState.valueOf(state.toUpperCase(Locale.ROOT)),
                    actor,
                    comment,
                    escalation == null ? null : Escalation.valueOf(escalation.toUpperCase(Locale.ROOT)));
        }
    }
}
