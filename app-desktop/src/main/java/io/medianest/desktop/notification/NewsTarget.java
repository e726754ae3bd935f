package io.medianest.desktop.notification;

import io.medianest.desktop.shell.Route;
import io.medianest.model.notification.Notification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where in the window that is found which a notification is about.
final class NewsTarget {
    private static final String REQUEST = "/api/v1/media/requests/";
    private static final String DOWNLOAD = "/api/v1/youtube/downloads/";
    private static final String INCIDENTS = "/api/v1/admin/incidents";

    private NewsTarget() {}

    /// @return empty for what this window has no place for
    static Optional<Route> of(Notification news) {
        @Nullable String address = news.actionUrl();
        if (address == null) {
            return Optional.empty();
        }
        if (address.startsWith(REQUEST)) {
            return Optional.of(new Route.Requests(address.substring(REQUEST.length())));
        }
        if (address.startsWith(DOWNLOAD)) {
            return Optional.of(new Route.Downloads(address.substring(DOWNLOAD.length())));
        }
        return address.startsWith(INCIDENTS) ? Optional.of(new Route.Status()) : Optional.empty();
    }
}
