package io.medianest.model.event;

import io.medianest.model.account.Preferences;
import io.medianest.model.download.Download;
import io.medianest.model.notification.Notification;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceStatus;
import org.jspecify.annotations.Nullable;

/// Something changed. Published after the change is durable; each kind has a stable name on the wire.
public sealed interface ServerEvent {
    /// The event's name towards clients.
    String wireName();

    /// Somebody asked for a title.
    record RequestCreated(MediaRequest request) implements ServerEvent {
        @Override
        public String wireName() {
            return "mediaRequest:created";
        }
    }

    /// A request moved on.
    record RequestChanged(MediaRequest request) implements ServerEvent {
        @Override
        public String wireName() {
            return "mediaRequest:statusChanged";
        }
    }

    /// A download is new, has moved on, or has ended.
    record DownloadChanged(Download download) implements ServerEvent {
        @Override
        public String wireName() {
            return "download:statusChanged";
        }
    }

    /// Bytes of a download have arrived; at most four of these a second and download.
    record DownloadProgressed(Download download) implements ServerEvent {
        @Override
        public String wireName() {
            return "download:progress";
        }
    }

    /// A service was checked.
    record ServiceChecked(ServiceStatus service) implements ServerEvent {
        @Override
        public String wireName() {
            return "service:status";
        }
    }

    /// Something is found to be wrong; for admins only.
    record IncidentOpened(Incident incident) implements ServerEvent {
        @Override
        public String wireName() {
            return "incident:opened";
        }
    }

    /// Something is well again, or was called over; for admins only.
    record IncidentResolved(Incident incident) implements ServerEvent {
        @Override
        public String wireName() {
            return "incident:resolved";
        }
    }

    /// Somebody has chosen other preferences; for their own clients only.
    ///
    /// @param preferences all of them, as they are now
    /// @param connection which changed them and knows already; null when it was none
    record PreferencesChanged(
            String userId,
            Preferences preferences,
            @Nullable String connection) implements ServerEvent {
        @Override
        public String wireName() {
            return "preferences:updated";
        }
    }

    /// Somebody has a new notification; for them only.
    record NotificationAdded(String userId, Notification notification) implements ServerEvent {
        @Override
        public String wireName() {
            return "notification:new";
        }
    }
}
