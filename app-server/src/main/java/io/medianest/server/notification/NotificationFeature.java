package io.medianest.server.notification;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import java.time.Clock;

/// Notifications as a whole: what the rest of the program sees of this package.
public final class NotificationFeature {
    private final Notifications notifications;
    private final RecordNews record;

    /// @param database with the tables of notifications and users
    public NotificationFeature(Database database, EventBus events, Recipients recipients, Ids ids, Clock clock) {
        notifications = new Notifications(database, recipients, clock);
        record = new RecordNews(recipients, events, ids, clock);
    }

    public Notifications notifications() {
        return notifications;
    }

    /// What writes notifications; to be told of everything that happens.
    public EventBus.Witness witness() {
        return record;
    }

    public Routes routes() {
        return new NotificationRoutes(notifications);
    }
}
