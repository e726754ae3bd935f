package io.medianest.server.request;

import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.request.MediaRequests.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Media requests as a whole: what the rest of the program sees of this package.
public final class RequestFeature {
    private final Database database;
    private final JobQueue jobs;
    private final MediaRequests requests;
    private final RequestDecisions decisions;
    private final RequestProgress progress;
    private final FollowRequests follow;

    /// @param database with the tables of requests and users
    public RequestFeature(
            Database database,
            JobQueue jobs,
            EventBus events,
            RateLimits limits,
            Surroundings around,
            People people,
            Clock clock) {
        var ledger = new RequestLedger(database, events, clock);
        this.database = database;
        this.jobs = jobs;
        this.requests = new MediaRequests(database, ledger, jobs, around, limits, new Ids(), clock);
        this.decisions = new RequestDecisions(database, ledger, jobs, requests, around.backend());
        this.progress = new RequestProgress(database, ledger, jobs, around.backend());
        var submit = new SubmitRequest(around.backend(), progress, people);
        this.follow = new FollowRequests(around.backend(), progress, database, around.shelf(), submit::mayGo);
        jobs.register(submit);
        jobs.register(new TellBackend(database, around.backend(), progress));
        jobs.register(follow);
    }

    public MediaRequests requests() {
        return requests;
    }

    public RequestFigures figures() {
        return new RequestFigures(database);
    }

    RequestDecisions decisions() {
        return decisions;
    }

    FollowRequests follow() {
        return follow;
    }

    /// @param webhookSecret what Overseerr sends as `Authorization`; null refuses its webhooks
    public List<Routes> routes(Supplier<@Nullable Secret> webhookSecret) {
        return List.of(
                new RequestRoutes(requests, decisions),
                new OverseerrWebhookRoutes(
                        new WebhookSecret(webhookSecret, "overseerr.webhook-secret"), this::happenedTo));
    }

    /// How many requests there are, by the name of their status.
    public Map<String, Long> countsByStatus() {
        return database.store(MediaRequestStore.class).countsByStatus();
    }

    /// Begins to follow the open requests.
    public void start(Schedule schedule, Supplier<Duration> interval) {
        schedule.every("follow requests", interval, follow::all);
    }

    /// Titles have come into the library.
    public void arrived(Collection<TitleKey> keys) {
        progress.arrived(keys);
    }

    /// Titles leave the library: they may be asked for again.
    public void gone(Tx tx, Collection<TitleKey> keys) {
        progress.gone(tx, keys);
    }

    private void happenedTo(String overseerrId) {
        database.run(tx -> jobs.add(tx, FollowRequests.job(overseerrId)));
    }
}
