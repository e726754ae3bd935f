package io.medianest.server.notification;

import io.medianest.model.download.Download;
import io.medianest.model.status.Incident;
import io.medianest.server.courier.Courier;
import io.medianest.server.courier.Destination;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.security.SecretBox;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Notifications as a whole: what the rest of the program sees of this package.
public final class NotificationFeature {
    private final Notifications notifications;
    private final RecordNews record;
    private final OutgoingTargets targets;
    private final SendOutgoing outgoing;
    private final Courier courier;

    /// @param database with the tables of notifications and users
    public NotificationFeature(
            Database database, EventBus events, Recipients recipients, Post post, Ids ids, Clock clock) {
        notifications = new Notifications(database, recipients, clock);
        courier = post.courier;
        targets = new OutgoingTargets(database, post.box, this::tryOut, ids, clock);
        outgoing = new SendOutgoing(database, post.jobs, courier, targets::destination, post.links, ids, clock);
        record = new RecordNews(recipients, events, outgoing::add, ids, clock);
        post.jobs.register(outgoing);
    }

    /// What is needed to tell people who are not before the program.
    ///
    /// @param box for the keys of targets
    /// @param links makes an address that others know of one that is relative to the server; null where it cannot
    public record Post(JobQueue jobs, Courier courier, SecretBox box, Function<String, @Nullable String> links) {}

    private void tryOut(Destination destination, String language) {
        courier.send(destination, outgoing.trial(language));
    }

    public Notifications notifications() {
        return notifications;
    }

    OutgoingTargets targets() {
        return targets;
    }

    /// What writes notifications; to be told of everything that happens.
    public EventBus.Witness witness() {
        return record;
    }

    /// Tells whoever asked for a download that it has come. That is told once, by this or by [#inLibrary].
    public void downloaded(Tx tx, Download download) {
        record.tell(tx, News.downloaded(download));
    }

    /// Tells whoever asked for a download that it can be watched in the library.
    public void inLibrary(Tx tx, Download download) {
        record.tell(tx, News.inLibrary(download));
    }

    /// Tells all admins of an incident that nobody looks after.
    public void incident(Tx tx, Incident incident) {
        record.note(tx, News.ofIncident(incident));
    }

    /// Tells of it outside of the program, where that is set up.
    public void incidentOutside(Tx tx, Incident incident) {
        outgoing.add(tx, News.ofIncident(incident));
    }

    public List<Routes> routes() {
        return List.of(new NotificationRoutes(notifications), new OutgoingRoutes(targets));
    }
}
