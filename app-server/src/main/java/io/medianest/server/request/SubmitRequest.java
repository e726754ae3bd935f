package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.request.RequestBackend.Submission;

/// Hands a request over to the backend. Without a backend there is nothing to do: the admin decides. Nor may a wish of
/// somebody whom the backend does not know go there in the owner's name, which would be its approval: it waits here for
/// the admin's yes.
final class SubmitRequest implements JobHandler {
    private static final String KIND = "submit-request";

    private final RequestBackend backend;
    private final RequestProgress progress;
    private final People people;

    SubmitRequest(RequestBackend backend, RequestProgress progress, People people) {
        this.backend = backend;
        this.progress = progress;
        this.people = people;
    }

    static NewJob job(String requestId) {
        return new NewJob(KIND, requestId);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String requestId) {
        if (!backend.isConfigured()) {
            return;
        }
        try {
            if (progress.find(requestId).filter(this::mayGo).isPresent()) {
                progress.begin(requestId).ifPresent(this::submit);
            }
        } catch (MediaNestException e) {
            if (e.code().isOutage() && e.details() != null) {
                progress.unanswered(requestId, e.details());
            }
            throw e;
        }
    }

    /// Whether a request needs nobody's yes any more.
    boolean mayGo(MediaRequest request) {
        if (request.status() == RequestStatus.APPROVED) {
            return true;
        }
        var person = people.of(request.userId());
        return person.admin() || (person.plexId() != null && backend.knows(person.plexId()));
    }

    private void submit(MediaRequest request) {
        switch (backend.submit(request, people.of(request.userId()).plexId())) {
            case Submission.Taken taken -> progress.taken(request.id(), taken.upstreamId(), taken.state());
            case Submission.Refused refused -> throw new GiveUp(refused.reason());
        }
    }

    @Override
    public void dead(Tx tx, String requestId, String reason) {
        progress.failed(tx, requestId, reason);
    }

    @Override
    public void revived(Tx tx, String requestId, String by) {
        progress.revived(tx, requestId, by);
    }

    @Override
    public String about(String requestId) {
        return progress.find(requestId).map(MediaRequest::title).orElse(requestId);
    }
}
