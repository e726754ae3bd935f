package io.medianest.server.incident;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentDetails;
import io.medianest.model.status.IncidentPage;
import io.medianest.model.status.IncidentState;
import io.medianest.server.incident.IncidentStore.Row;
import io.medianest.server.incident.IncidentStore.StepRow;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The incidents: each problem is open once, and every step is kept. Thread-safe.
public final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST_COMMENT = 500;
    private static final int LONGEST_MESSAGE = 2000;

    private final Database database;
    private final EventBus events;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable Incident cutOff;

    Incidents(Database database, EventBus events, Ids ids, Clock clock) {
        this.database = database;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Which incidents are listed.
    enum Filter {
        ALL,
        /// Those that go on, whether somebody has taken note of them or not.
        OPEN,
        RESOLVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A rule has found something wrong: an incident, unless it is one already.
    void open(Problem problem) {
        database.run(tx -> {
            var id = ids.next("inc");
            var store = tx.store(IncidentStore.class);
            int inserted = store.insert(
                    id, problem.key(), problem.service(), problem.title(), cut(problem.message()), clock.instant());
            if (inserted == 0) {
                return;
            }
            step(tx, id, IncidentState.OPEN, null, null);
            LOG.warn("incident {}: {}", id, problem.title());
            events.publish(tx, new ServerEvent.IncidentOpened(known(tx, id).incident()));
        });
    }

    private static @Nullable String cut(@Nullable String message) {
        return message == null || message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    /// The database does not answer, so that nothing can be written down: told once, and listed until it is back.
    void cutOff() {
        if (cutOff == null) {
            var incident = new Incident(
                    ids.next("inc"),
                    "The database does not answer",
                    "Nothing can be asked for or changed until it does: see whether its disk is there and has room",
                    null,
                    clock.instant());
            cutOff = incident;
            LOG.error("incident {}: {}", incident.id(), incident.title());
            events.publish(new ServerEvent.IncidentOpened(incident));
        }
    }

    /// The database answers; what was seen while it did not is written down now.
    void joinedAgain() {
        var incident = cutOff;
        if (incident == null) {
            return;
        }
        database.run(tx -> {
            var store = tx.store(IncidentStore.class);
            store.insert(
                    incident.id(),
                    "database:" + incident.id(),
                    null,
                    incident.title(),
                    incident.message(),
                    incident.startedAt());
            var opened = IncidentState.OPEN.name().toLowerCase(Locale.ROOT);
            store.addStep(incident.id(), incident.startedAt(), opened, null, null, null);
            end(tx, known(tx, incident.id()), null, null);
        });
        cutOff = null;
    }

    /// What was wrong is well again; nothing happens where no incident is open about it.
    void settle(String key) {
        database.run(tx -> tx.store(IncidentStore.class).lockOpen(key).ifPresent(row -> end(tx, row, null, null)));
    }

    /// An admin looks after it.
    ///
    /// @param comment at most 500 characters
    /// @throws MediaNestException `NOT_FOUND`; `INVALID_STATE` when somebody does already, or it is over;
    ///     `VALIDATION_ERROR`
    IncidentDetails acknowledge(Caller caller, String id, @Nullable String comment) {
        checkComment(comment);
        return database.inside(tx -> {
            var row = locked(tx, id);
            if (row.state() != IncidentState.OPEN) {
                throw wrongState(row);
            }
            tx.store(IncidentStore.class).acknowledge(id, clock.instant());
            step(tx, id, IncidentState.ACKNOWLEDGED, caller.username(), comment);
            return details(tx, List.of(known(tx, id))).getFirst();
        });
    }

    /// An admin calls it over. It is not opened again for the same trouble before that has ended.
    ///
    /// @param comment at most 500 characters
    /// @throws MediaNestException `NOT_FOUND`; `INVALID_STATE` when it is over already; `VALIDATION_ERROR`
    IncidentDetails resolve(Caller caller, String id, @Nullable String comment) {
        checkComment(comment);
        return database.inside(tx -> {
            var row = locked(tx, id);
            if (row.state() == IncidentState.RESOLVED) {
                throw wrongState(row);
            }
            end(tx, row, caller.username(), comment);
            return details(tx, List.of(known(tx, id))).getFirst();
        });
    }

    private void end(Tx tx, Row row, @Nullable String actor, @Nullable String comment) {
        tx.store(IncidentStore.class).resolve(row.id(), clock.instant());
        step(tx, row.id(), IncidentState.RESOLVED, actor, comment);
        LOG.info("incident {} is over: {}", row.id(), row.title());
        events.publish(tx, new ServerEvent.IncidentResolved(known(tx, row.id()).incident()));
    }

    private void step(Tx tx, String id, IncidentState state, @Nullable String actor, @Nullable String comment) {
        var word = state.name().toLowerCase(Locale.ROOT);
        tx.store(IncidentStore.class).addStep(id, clock.instant(), word, actor, comment, null);
    }

    private static Row locked(Tx tx, String id) {
        return tx.store(IncidentStore.class).lock(id).orElseThrow(() -> notFound(id));
    }

    private static Row known(Tx tx, String id) {
        return tx.store(IncidentStore.class).find(id).orElseThrow(() -> notFound(id));
    }

    private static MediaNestException notFound(String id) {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such incident", id);
    }

    private static MediaNestException wrongState(Row row) {
        var state = row.state().name().toLowerCase(Locale.ROOT);
        return new MediaNestException(ErrorCode.INVALID_STATE, "The incident is %s already".formatted(state), state);
    }

    private static void checkComment(@Nullable String comment) {
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw MediaNestException.invalid(
                    "comment", "'comment' is longer than %d characters".formatted(LONGEST_COMMENT));
        }
    }

    /// Those that go on, the latest first.
    public List<Incident> open() {
        var alone = cutOff;
        if (alone != null) {
            return List.of(alone);
        }
        return database.store(IncidentStore.class).open().stream()
                .map(Row::incident)
                .toList();
    }

    IncidentPage page(Filter filter, PageQuery query) {
        boolean open = filter != Filter.RESOLVED;
        boolean resolved = filter != Filter.OPEN;
        return database.reading(tx -> {
            var store = tx.store(IncidentStore.class);
            var rows = store.page(open, resolved, query.limit(), query.offset());
            return new IncidentPage(details(tx, rows), Pagination.of(query, store.count(open, resolved)));
        });
    }

    private static List<IncidentDetails> details(Tx tx, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(Row::id).toList();
        Map<String, List<StepRow>> steps =
                tx.store(IncidentStore.class).steps(ids).stream().collect(Collectors.groupingBy(StepRow::incidentId));
        return rows.stream()
                .map(row -> new IncidentDetails(
                        row.incident(),
                        steps.getOrDefault(row.id(), List.of()).stream()
                                .map(StepRow::step)
                                .toList()))
                .toList();
    }

    /// Forgets what was over 90 days ago.
    public void prune() {
        int pruned = database.store(IncidentStore.class).prune(clock.instant().minus(KEPT));
        LOG.debug("{} old incidents forgotten", pruned);
    }
}
