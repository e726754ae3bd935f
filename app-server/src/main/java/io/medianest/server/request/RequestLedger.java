package io.medianest.server.request;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Revision;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes requests: the row, a line of history for each change of status or stage, and the event after the commit.
/// Thread-safe.
final class RequestLedger {
    private final EventBus events;
    private final Clock clock;
    private final Revision revision;

    RequestLedger(Database database, EventBus events, Clock clock) {
        this.revision = database.revision("media_request");
        this.events = events;
        this.clock = clock;
    }

    /// Grows with each change of a request, once that is durable.
    long revision() {
        return revision.get();
    }

    /// @throws RuntimeException of [io.medianest.server.platform.db.Database#isDuplicate] when the title is taken
    void open(Tx tx, MediaRequest request, String actor) {
        var store = tx.store(MediaRequestStore.class);
        store.insert(RequestRow.of(request));
        tx.afterCommit(revision::grow);
        store.addChange(
                request.id(),
                request.status().wireName(),
                request.stage().wireName(),
                request.createdAt(),
                actor,
                request.comment());
        events.publish(tx, new ServerEvent.RequestCreated(request));
    }

    /// Moves a locked request on. Nothing is written when nothing changes.
    MediaRequest change(Tx tx, MediaRequest before, Step step) {
        var after = step.applied(before, clock);
        if (step.changesNothing(before)) {
            return before;
        }
        var store = tx.store(MediaRequestStore.class);
        store.update(RequestRow.of(after));
        tx.afterCommit(revision::grow);
        if (after.status() != before.status() || after.stage() != before.stage()) {
            store.addChange(
                    after.id(),
                    after.status().wireName(),
                    after.stage().wireName(),
                    after.updatedAt(),
                    step.actor(),
                    step.comment());
        }
        var changed = new ServerEvent.RequestChanged(after);
        if (isWorthARecord(before, after)) {
            events.publish(tx, changed);
        } else {
            tx.afterCommit(() -> events.publish(changed));
        }
        return after;
    }

    /// A decision, an end or an obstacle, each of which happens once; not the steps in between, which repeat what was
    /// decided.
    private static boolean isWorthARecord(MediaRequest before, MediaRequest after) {
        boolean failed = after.stage() == RequestStage.FAILED && before.stage() != RequestStage.FAILED;
        boolean waits = after.waitingFor() != null && before.waitingFor() == null;
        return failed || waits || after.status() != before.status();
    }

    /// Tells of a request that has not changed itself, but what it leads to has.
    void tell(MediaRequest request) {
        events.publish(new ServerEvent.RequestChanged(request));
    }

    /// One step of a request.
    ///
    /// @param overseerrId the number that it has from now on
    /// @param progress percent; null when unknown or over
    /// @param reason why it was denied or failed
    /// @param actor who or what caused it
    /// @param comment for the history
    /// @param waitingFor the service that does not answer
    record Step(
            RequestStatus status,
            RequestStage stage,
            @Nullable String overseerrId,
            @Nullable Integer progress,
            @Nullable String reason,
            String actor,
            @Nullable String comment,
            @Nullable String waitingFor) {

        /// A step that keeps the number, and forgets progress, reason and what was waited for.
        static Step to(MediaRequest request, RequestStatus status, RequestStage stage, String actor) {
            return new Step(status, stage, request.overseerrId(), null, null, actor, null, null);
        }

        Step because(@Nullable String why) {
            return new Step(status, stage, overseerrId, progress, why, actor, why, waitingFor);
        }

        Step commented(@Nullable String words) {
            return new Step(status, stage, overseerrId, progress, reason, actor, words, waitingFor);
        }

        Step at(@Nullable Integer percent) {
            return new Step(status, stage, overseerrId, percent, reason, actor, comment, waitingFor);
        }

        Step numbered(@Nullable String number) {
            return new Step(status, stage, number, progress, reason, actor, comment, waitingFor);
        }

        Step waitingFor(String service) {
            return new Step(status, stage, overseerrId, progress, reason, actor, comment, service);
        }

        private boolean changesNothing(MediaRequest before) {
            return status == before.status()
                    && stage == before.stage()
                    && Objects.equals(overseerrId, before.overseerrId())
                    && Objects.equals(progress, before.progress())
                    && Objects.equals(reason, before.reason())
                    && Objects.equals(waitingFor, before.waitingFor());
        }

        private MediaRequest applied(MediaRequest before, Clock clock) {
            return new MediaRequest(
                    before.id(),
                    before.tmdbId(),
                    before.mediaType(),
                    before.title(),
                    before.year(),
                    before.poster(),
                    status,
                    stage,
                    before.quality(),
                    before.comment(),
                    before.seasons(),
                    before.userId(),
                    before.username(),
                    overseerrId,
                    progress,
                    reason,
                    before.createdAt(),
                    clock.instant(),
                    before.version() + 1,
                    waitingFor);
        }
    }
}
