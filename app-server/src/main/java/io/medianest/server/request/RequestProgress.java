package io.medianest.server.request;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.request.RequestBackend.UpstreamState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the outside world reports about requests: handed over, on its way, arrived, refused. Late and repeated reports
/// are harmless: a request that is over stays over. Thread-safe.
final class RequestProgress {
    private static final Logger LOG = LoggerFactory.getLogger(RequestProgress.class);
    private static final int KEYS_AT_ONCE = 500;
    private static final String BACKEND = "Overseerr";
    private static final String LIBRARY = "Plex";
    private static final String SELF = "MediaNest";

    private final Database database;
    private final RequestLedger ledger;
    private final Jobs jobs;
    private final RequestBackend backend;

    RequestProgress(Database database, RequestLedger ledger, Jobs jobs, RequestBackend backend) {
        this.database = database;
        this.ledger = ledger;
        this.jobs = jobs;
        this.backend = backend;
    }

    Optional<MediaRequest> find(String id) {
        return database.store(MediaRequestStore.class).find(id);
    }

    /// Marks a request as being handed over; empty when there is nothing to hand over any more.
    Optional<MediaRequest> begin(String id) {
        return move(
                        id,
                        request -> waits(request) && request.waitingFor() == null
                                ? RequestLedger.Step.to(request, request.status(), RequestStage.PROCESSING, SELF)
                                : null)
                .filter(RequestProgress::waits);
    }

    /// The backend does not answer: the request waits for it, and says so.
    ///
    /// @param service which
    void unanswered(String id, String service) {
        move(
                id,
                request -> waits(request)
                        ? RequestLedger.Step.to(request, request.status(), RequestStage.QUEUED, SELF)
                                .waitingFor(service)
                        : null);
    }

    private static boolean waits(MediaRequest request) {
        return request.overseerrId() == null
                && (request.stage() == RequestStage.QUEUED || request.stage() == RequestStage.PROCESSING);
    }

    /// The backend has taken it. When the person took the wish back meanwhile, the backend is told.
    void taken(String id, @Nullable String overseerrId, UpstreamState state) {
        database.run(tx -> {
            var found = tx.store(MediaRequestStore.class).lock(id);
            if (found.isEmpty()) {
                return;
            }
            var request = found.get();
            var numbered = request.status().isOpen()
                    ? next(request, state).numbered(overseerrId)
                    : RequestLedger.Step.to(request, request.status(), request.stage(), SELF)
                            .because(request.reason())
                            .numbered(overseerrId);
            ledger.change(tx, request, numbered);
            if (overseerrId != null && needsWord(request, state)) {
                jobs.add(tx, TellBackend.job(id));
            }
        });
    }

    private static boolean needsWord(MediaRequest request, UpstreamState state) {
        boolean approvedHereOnly =
                request.status() == RequestStatus.APPROVED && state.decision() == UpstreamState.Decision.PENDING;
        return approvedHereOnly || !request.status().isOpen();
    }

    /// What the backend says of a request now. One that had failed goes on, unless its title was asked for again.
    ///
    /// @param asked the request as it was when the backend was asked
    void follow(MediaRequest asked, UpstreamState state) {
        try {
            move(asked.id(), request -> isAnswered(request, asked) ? next(request, state) : null);
        } catch (RuntimeException e) {
            if (!Database.isDuplicate(e)) {
                throw e;
            }
            LOG.debug("{} stays failed: its title was asked for again", asked.id());
        }
    }

    /// The backend does not know the request any more.
    ///
    /// @param asked as in [#follow]
    void withdrawn(MediaRequest asked) {
        move(
                asked.id(),
                request -> isAnswered(request, asked)
                        ? RequestLedger.Step.to(request, RequestStatus.DENIED, RequestStage.DONE, BACKEND)
                                .because("It was withdrawn in Overseerr")
                        : null);
    }

    /// An answer about the number of an earlier attempt says nothing about a request that was tried again meanwhile.
    private static boolean isAnswered(MediaRequest request, MediaRequest asked) {
        return Objects.equals(request.overseerrId(), asked.overseerrId());
    }

    /// No attempt is left.
    void failed(Tx tx, String id, String reason) {
        move(
                tx,
                id,
                request -> RequestLedger.Step.to(request, request.status(), RequestStage.FAILED, SELF)
                        .because(reason));
    }

    /// Somebody has the submission tried again that had failed.
    ///
    /// @throws MediaNestException `ALREADY_REQUESTED` when somebody else asked for the title meanwhile
    void revived(Tx tx, String id, String by) {
        try {
            tx.store(MediaRequestStore.class)
                    .lock(id)
                    .filter(request -> request.status().isOpen() && request.stage() == RequestStage.FAILED)
                    .ifPresent(request -> ledger.change(
                            tx,
                            request,
                            RequestLedger.Step.to(request, request.status(), RequestStage.QUEUED, by)
                                    .numbered(null)));
        } catch (RuntimeException e) {
            if (Database.isDuplicate(e)) {
                throw new MediaNestException(
                        ErrorCode.ALREADY_REQUESTED, "The title was asked for again meanwhile", id);
            }
            throw e;
        }
    }

    /// Titles have come into the library: whoever asked for one is done waiting. Where the backend said so
    /// before, it is said again, since only now the title can be opened. That a series is there says nothing about
    /// the seasons that somebody asked for: that the backend knows.
    void arrived(Collection<TitleKey> keys) {
        for (var key : keys) {
            database.store(MediaRequestStore.class)
                    .findByOpenKey(key.toString())
                    .ifPresent(this::arrived);
        }
    }

    private void arrived(MediaRequest request) {
        if (request.status() == RequestStatus.AVAILABLE) {
            ledger.tell(request);
        } else if (request.seasons() == null || !backend.isConfigured()) {
            move(
                    request.id(),
                    open -> RequestLedger.Step.to(open, RequestStatus.AVAILABLE, RequestStage.DONE, LIBRARY));
        }
    }

    /// Titles leave the library: who has seen one stands in nobody's way who wants it back.
    void gone(Tx tx, Collection<TitleKey> keys) {
        var texts = keys.stream().map(TitleKey::toString).toList();
        for (int from = 0; from < texts.size(); from += KEYS_AT_ONCE) {
            tx.store(MediaRequestStore.class).release(texts.subList(from, Math.min(texts.size(), from + KEYS_AT_ONCE)));
        }
    }

    /// The titles that somebody waits for.
    List<TitleKey> awaited(int limit) {
        return database.store(MediaRequestStore.class).open(limit).stream()
                .map(MediaRequest::key)
                .toList();
    }

    List<MediaRequest> followed(int limit) {
        return database.store(MediaRequestStore.class).followed(limit);
    }

    List<MediaRequest> notHandedOver(int limit) {
        return database.store(MediaRequestStore.class).notHandedOver(limit);
    }

    /// Queues the submission again of requests that wait without a job, such as those made before there was a backend.
    void queueAgain(Collection<MediaRequest> waiting) {
        database.run(tx -> waiting.forEach(request -> jobs.add(tx, SubmitRequest.job(request.id()))));
    }

    private static RequestLedger.Step next(MediaRequest request, UpstreamState state) {
        if (state.available()) {
            return RequestLedger.Step.to(request, RequestStatus.AVAILABLE, RequestStage.DONE, BACKEND);
        }
        return switch (state.decision()) {
            case DECLINED ->
                RequestLedger.Step.to(request, RequestStatus.DENIED, RequestStage.DONE, BACKEND)
                        .because("It was declined in Overseerr");
            case FAILED ->
                RequestLedger.Step.to(request, request.status(), RequestStage.FAILED, BACKEND)
                        .because("Overseerr could not pass it on to the download program");
            case APPROVED -> underWay(request, RequestStatus.APPROVED, state);
            case PENDING, UNKNOWN -> underWay(request, request.status(), state);
        };
    }

    /// A download that has begun does not go back to “submitted” while its files are moved into place.
    private static RequestLedger.Step underWay(MediaRequest request, RequestStatus status, UpstreamState state) {
        boolean begun = state.downloading() || request.stage() == RequestStage.DOWNLOADING;
        var percent = state.percent() == null ? request.progress() : state.percent();
        return RequestLedger.Step.to(
                        request, status, begun ? RequestStage.DOWNLOADING : RequestStage.SUBMITTED, BACKEND)
                .at(begun ? percent : null);
    }

    private Optional<MediaRequest> move(String id, Function<MediaRequest, RequestLedger.@Nullable Step> step) {
        return database.inside(tx -> move(tx, id, step));
    }

    private Optional<MediaRequest> move(Tx tx, String id, Function<MediaRequest, RequestLedger.@Nullable Step> step) {
        return tx.store(MediaRequestStore.class)
                .lock(id)
                .filter(request -> request.status().isOpen())
                .map(request -> {
                    var next = step.apply(request);
                    return next == null ? request : ledger.change(tx, request, next);
                });
    }
}
