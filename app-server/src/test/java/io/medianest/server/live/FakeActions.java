package io.medianest.server.live;

import io.medianest.model.account.Preferences;
import io.medianest.model.notification.UnreadCount;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Caller;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes what clients do. Nobody may choose the theme `ugly`, and `broken` is a defect. Thread-safe.
final class FakeActions implements ClientActions {
    /// The connection that each change of preferences came by.
    final List<String> connections = new CopyOnWriteArrayList<>();

    /// Whose notifications were read, and which.
    final List<String> read = new CopyOnWriteArrayList<>();

    @Override
    public UnreadCount readNotification(Caller caller, String id) {
        read.add(caller.userId() + " " + id);
        return new UnreadCount(7);
    }

    @Override
    public Preferences changePreferences(Caller caller, Preferences change, String connection) {
        if ("ugly".equals(change.theme())) {
            throw MediaNestException.invalid("theme", "'theme' must be beautiful");
        }
        if ("broken".equals(change.theme())) {
            throw new IllegalStateException("a secret of the program");
        }
        connections.add(connection);
        return change.changedBy(new Preferences(null, null, null, caller.userId()));
    }
}
