package io.medianest.server.notification;

import io.medianest.model.download.Download;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
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

    /// Tells whoever asked for a download that it has come. That is told once, by this or by [#inLibrary].
    public void downloaded(Tx tx, Download download) {
        record.tell(tx, News.downloaded(download));
    }

    /// Tells whoever asked for a download that it can be watched in the library.
    public void inLibrary(Tx tx, Download download) {
        record.tell(tx, News.inLibrary(download));
    }

    public Routes routes() {
        return new NotificationRoutes(notifications);
    }
}
