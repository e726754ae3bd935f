package io.medianest.desktop.api;

import io.medianest.model.notification.NotificationList;
import io.medianest.model.notification.UnreadCount;
import java.util.Map;

/// Notifications over HTTP.
final class HttpNotificationApi implements NotificationApi {
    private static final String PATH = "dashboard/notifications";

    private final HttpCalls calls;

    HttpNotificationApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public NotificationList newest(Which which) {
        return calls.get(
                Address.of(PATH)
                        .with("unread", which == Which.UNREAD ? "true" : null)
                        .with("limit", MOST),
                NotificationList.class);
    }

    @Override
    public UnreadCount read(String id) {
        return calls.post(Address.of(PATH, id, "read"), Map.of(), UnreadCount.class);
    }

    @Override
    public UnreadCount readAll() {
        return calls.post(Address.of(PATH, "read-all"), Map.of(), UnreadCount.class);
    }
}
