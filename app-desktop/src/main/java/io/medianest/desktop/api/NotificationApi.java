package io.medianest.desktop.api;

import io.medianest.model.notification.NotificationList;
import io.medianest.model.notification.UnreadCount;

/// The part of the server's API that is about what a person is told, one method an endpoint. As with all of
/// [MediaNestApi], the methods block, are thread-safe and throw [ApiException].
public interface NotificationApi {
    /// How many of them the server hands out at most.
    int MOST = 50;

    /// Which of them are wanted.
    enum Which {
        ALL,
        UNREAD
    }

    /// The newest of the person at the window.
    NotificationList newest(Which which);

    /// Marks one as read; harmless for one that is.
    UnreadCount read(String id);

    UnreadCount readAll();
}
