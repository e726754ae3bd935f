package io.medianest.server.live;

import io.medianest.model.account.Preferences;
import io.medianest.model.notification.UnreadCount;
import io.medianest.server.platform.security.Caller;

/// What clients may bring about by an event. Each throws a `MediaNestException` for what the client is told.
public interface ClientActions {
    /// Changes those preferences that are given and leaves the rest.
    ///
    /// @param connection by which the client is connected
    /// @return all preferences, as they are then
    Preferences changePreferences(Caller caller, Preferences change, String connection);

    /// Marks a notification as read.
    UnreadCount readNotification(Caller caller, String id);
}
