package io.medianest.server.notification;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.notification.NotificationList;
import io.medianest.model.notification.UnreadCount;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of reading notifications: everybody their own. Thread-safe.
public final class Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration KEPT = Duration.ofDays(90);

    private final Database database;
    private final Recipients recipients;
    private final Clock clock;

    Notifications(Database database, Recipients recipients, Clock clock) {
        this.database = database;
        this.recipients = recipients;
        this.clock = clock;
    }

    /// Which of a person's notifications are wanted.
    enum Which {
        ALL,
        UNREAD
    }

    /// The newest, in the person's language.
    NotificationList list(String userId, Which which, int limit) {
        var language = recipients.language(userId);
        return database.reading(tx -> {
            var store = tx.store(NotificationStore.class);
            var rows = switch (which) {
                case ALL -> store.newest(userId, limit);
                case UNREAD -> store.newestUnread(userId, limit);
            };
            return new NotificationList(
                    rows.stream().map(row -> Words.in(language, row)).toList(), store.countUnread(userId));
        });
    }

    public long unread(String userId) {
        return store().countUnread(userId);
    }

    /// Marks one as read; harmless for one that is.
    ///
    /// @throws MediaNestException `NOT_FOUND`, also for one of somebody else
    public UnreadCount read(String userId, String id) {
        var store = store();
        if (store.find(id, userId).isEmpty()) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such notification", id);
        }
        store.read(id, userId, clock.instant());
        return new UnreadCount(store.countUnread(userId));
    }

    UnreadCount readAll(String userId) {
        var store = store();
        store.readAll(userId, clock.instant());
        return new UnreadCount(store.countUnread(userId));
    }

    /// Forgets what was told long ago.
    public void prune() {
        int pruned = store().prune(clock.instant().minus(KEPT));
        int sent = database.store(OutgoingStore.class).prune(clock.instant().minus(KEPT));
        LOG.debug("{} old notifications and {} messages forgotten", pruned, sent);
    }

    private NotificationStore store() {
        return database.store(NotificationStore.class);
    }
}
