package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the backend how the open requests are doing: all of them now and then, since a deletion there tells nobody, and
/// one at once when its webhook says that something happened. The webhook's own words are not trusted.
final class FollowRequests implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FollowRequests.class);
    private static final String KIND = "follow-request";
    private static final int AT_ONCE = 1000;

    private final RequestBackend backend;
    private final RequestProgress progress;
    private final Database database;
    private final Shelf shelf;
    private final Predicate<MediaRequest> mayGo;

    /// @param mayGo whether a request needs nobody's yes any more to be handed over
    FollowRequests(
            RequestBackend backend,
            RequestProgress progress,
            Database database,
            Shelf shelf,
            Predicate<MediaRequest> mayGo) {
        this.backend = backend;
        this.progress = progress;
        this.database = database;
        this.shelf = shelf;
        this.mayGo = mayGo;
    }

    static NewJob job(String overseerrId) {
        return new NewJob(KIND, overseerrId);
    }

    /// All open requests. What cannot be looked at now is left for the next time.
    void all() {
        // A title may have come while nobody listened: between a sync of the library and a crash, say.
        progress.arrived(shelf.among(progress.awaited(AT_ONCE)));
        if (!backend.isConfigured()) {
            return;
        }
        progress.queueAgain(
                progress.notHandedOver(AT_ONCE).stream().filter(mayGo).toList());
        var followed = progress.followed(AT_ONCE);
        if (followed.isEmpty()) {
            return;
        }
        var states = backend.states(followed);
        for (var request : followed) {
            var state = states.get(request.overseerrId());
            if (state == null) {
                alone(request);
            } else {
                progress.follow(request, state);
            }
        }
    }

    /// Whatever is wrong with one, the others are followed.
    private void alone(MediaRequest request) {
        try {
            one(request);
        } catch (MediaNestException e) {
            LOG.warn("how request {} is doing is not known: {}", request.id(), e.getMessage());
        }
    }

    private void one(MediaRequest request) {
        backend.state(request)
                .ifPresentOrElse(state -> progress.follow(request, state), () -> progress.withdrawn(request));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String overseerrId) {
        if (backend.isConfigured()) {
            database.store(MediaRequestStore.class)
                    .findByOverseerrId(overseerrId)
                    .ifPresent(this::one);
        }
    }

    @Override
    public String about(String overseerrId) {
        return database.store(MediaRequestStore.class)
                .findByOverseerrId(overseerrId)
                .map(MediaRequest::title)
                .orElse(overseerrId);
    }

    @Override
    public void dead(Tx tx, String overseerrId, String reason) {
        // The next look at all requests will see to it.
    }
}
