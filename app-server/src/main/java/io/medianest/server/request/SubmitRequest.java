package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.request.RequestBackend.Submission;

/// Hands a request over to the backend. Without a backend there is nothing to do: the admin decides.
final class SubmitRequest implements JobHandler {
    private static final String KIND = "submit-request";

    private final RequestBackend backend;
    private final RequestProgress progress;
    private final PlexIds plexIds;

    SubmitRequest(RequestBackend backend, RequestProgress progress, PlexIds plexIds) {
        this.backend = backend;
        this.progress = progress;
        this.plexIds = plexIds;
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
        if (backend.isConfigured()) {
            progress.begin(requestId).ifPresent(this::submit);
        }
    }

    private void submit(MediaRequest request) {
        switch (backend.submit(request, plexIds.of(request.userId()))) {
            case Submission.Taken taken -> progress.taken(request.id(), taken.upstreamId(), taken.state());
            case Submission.Refused refused -> throw new GiveUp(refused.reason());
        }
    }

    @Override
    public void dead(String requestId, String reason) {
        progress.failed(requestId, reason);
    }
}
