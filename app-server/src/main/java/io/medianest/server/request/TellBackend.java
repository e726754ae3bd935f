package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the backend what was decided here: approved, or denied and cancelled. Reads the request when it runs, so that
/// the last word counts, however many jobs there were.
final class TellBackend implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TellBackend.class);
    private static final String KIND = "tell-backend";

    private final Database database;
    private final RequestBackend backend;
    private final RequestProgress progress;

    TellBackend(Database database, RequestBackend backend, RequestProgress progress) {
        this.database = database;
        this.backend = backend;
        this.progress = progress;
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
        database.store(MediaRequestStore.class).find(requestId).ifPresent(this::tell);
    }

    private void tell(MediaRequest request) {
        if (request.overseerrId() == null || !backend.isConfigured()) {
            return;
        }
        switch (request.status()) {
            case APPROVED -> approve(request);
            case DENIED, CANCELLED -> decline(request);
            case PENDING, AVAILABLE, UNKNOWN -> LOG.debug("nothing to tell about {}", request.id());
        }
    }

    private void approve(MediaRequest request) {
        if (backend.approve(request).isEmpty()) {
            progress.withdrawn(request);
        }
    }

    /// What is gone there cannot be had from there: that is as good as declined.
    private void decline(MediaRequest request) {
        if (backend.decline(request).isEmpty()) {
            LOG.debug("the backend does not know {} any more", request.id());
        }
    }

    @Override
    public String about(String requestId) {
        return database.store(MediaRequestStore.class)
                .find(requestId)
                .map(MediaRequest::title)
                .orElse(requestId);
    }

    @Override
    public void dead(Tx tx, String requestId, String reason) {
        LOG.error("the backend could not be told about {}: {}", requestId, reason);
    }
}
