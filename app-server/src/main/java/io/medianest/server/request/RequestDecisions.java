package io.medianest.server.request;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.platform.security.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rules of what people decide about a request: taking it back, approving, denying, trying again. All throw
/// `NOT_FOUND`, and `INVALID_STATE` where it is too late. The backend is told by a job. Thread-safe.
final class RequestDecisions {
    private final Database database;
    private final RequestLedger ledger;
    private final Jobs jobs;
    private final MediaRequests requests;
    private final RequestBackend backend;

    RequestDecisions(
            Database database, RequestLedger ledger, Jobs jobs, MediaRequests requests, RequestBackend backend) {
        this.database = database;
        this.ledger = ledger;
        this.jobs = jobs;
        this.requests = requests;
        this.backend = backend;
    }

    /// Takes a wish back: its owner or an admin, while it is pending.
    public MediaRequest cancel(Caller caller, String id) {
        requests.visible(caller, id);
        return decide(id, request -> {
            require(request.status() == RequestStatus.PENDING, request, "cancelled");
            return RequestLedger.Step.to(request, RequestStatus.CANCELLED, RequestStage.DONE, caller.username());
        });
    }

    public MediaRequest approve(Caller admin, String id, @Nullable String comment) {
        WishRules.checkComment(comment);
        return decide(id, request -> {
            require(request.status() == RequestStatus.PENDING && !failed(request), request, "approved");
            var stage = backend.isConfigured() ? request.stage() : RequestStage.PROCESSING;
            return RequestLedger.Step.to(request, RequestStatus.APPROVED, stage, admin.username())
                    .commented(comment);
        });
    }

    public MediaRequest deny(Caller admin, String id, @Nullable String comment) {
        WishRules.checkComment(comment);
        return decide(id, request -> {
            require(request.status().isOpen(), request, "denied");
            return RequestLedger.Step.to(request, RequestStatus.DENIED, RequestStage.DONE, admin.username())
                    .because(comment);
        });
    }

    /// Brings a failed request back into the queue.
    public MediaRequest retry(Caller admin, String id, @Nullable String comment) {
        WishRules.checkComment(comment);
        try {
            return database.inside(tx -> {
                var request = locked(tx, id);
                require(failed(request), request, "tried again");
                var queued = ledger.change(
                        tx,
                        request,
                        RequestLedger.Step.to(request, request.status(), RequestStage.QUEUED, admin.username())
                                .numbered(null)
                                .commented(comment));
                jobs.add(tx, SubmitRequest.job(id));
                return queued;
            });
        } catch (RuntimeException e) {
            if (Database.isDuplicate(e)) {
                throw new MediaNestException(
                        ErrorCode.ALREADY_REQUESTED, "The title was asked for again meanwhile", id);
            }
            throw e;
        }
    }

    private MediaRequest decide(String id, Function<MediaRequest, RequestLedger.Step> rule) {
        return database.inside(tx -> {
            var request = locked(tx, id);
            var decided = ledger.change(tx, request, rule.apply(request));
            if (decided.overseerrId() != null) {
                jobs.add(tx, TellBackend.job(id));
            } else if (decided.status() == RequestStatus.APPROVED) {
                jobs.add(tx, SubmitRequest.job(id));
            }
            return decided;
        });
    }

    private static MediaRequest locked(Tx tx, String id) {
        return tx.store(MediaRequestStore.class)
                .lock(id)
                .orElseThrow(() -> new MediaNestException(ErrorCode.NOT_FOUND, "There is no such request", id));
    }

    private static void require(boolean allowed, MediaRequest request, String verb) {
        if (!allowed) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "%s cannot be %s any more".formatted(request.title(), verb),
                    request.status().wireName() + "/" + request.stage().wireName());
        }
    }

    private static boolean failed(MediaRequest request) {
        return request.stage() == RequestStage.FAILED;
    }
}
