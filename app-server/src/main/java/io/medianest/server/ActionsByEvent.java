package io.medianest.server;

import io.medianest.model.account.Preferences;
import io.medianest.model.notification.UnreadCount;
import io.medianest.server.account.Profiles;
import io.medianest.server.live.ClientActions;
import io.medianest.server.notification.Notifications;
import io.medianest.server.platform.security.Caller;

/// What clients may do without HTTP.
record ActionsByEvent(Profiles profiles, Notifications notifications) implements ClientActions {
    @Override
    public Preferences changePreferences(Caller caller, Preferences change, String connection) {
        return profiles.change(caller.userId(), change, connection);
    }

    @Override
    public UnreadCount readNotification(Caller caller, String id) {
        return notifications.read(caller.userId(), id);
    }
}
