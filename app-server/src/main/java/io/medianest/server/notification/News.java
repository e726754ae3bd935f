package io.medianest.server.notification;

import static io.medianest.model.notification.NotificationType.DOWNLOAD_AVAILABLE;
import static io.medianest.model.notification.NotificationType.DOWNLOAD_COMPLETED;
import static io.medianest.model.notification.NotificationType.DOWNLOAD_FAILED;
import static io.medianest.model.notification.NotificationType.INCIDENT_OPENED;
import static io.medianest.model.notification.NotificationType.REQUEST_APPROVED;
import static io.medianest.model.notification.NotificationType.REQUEST_AVAILABLE;
import static io.medianest.model.notification.NotificationType.REQUEST_DENIED;
import static io.medianest.model.notification.NotificationType.REQUEST_FAILED;
import static io.medianest.model.notification.NotificationType.REQUEST_WAITING;

import io.medianest.model.download.Download;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.status.Incident;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an event means to people who were not looking.
///
/// @param key the same for the same news, however often it is told
/// @param userId whom it concerns; null for all admins
/// @param subject the title of what it is about
/// @param detail why, in words; null where there is nothing to explain
/// @param actionUrl address of what it is about, relative to the server
record News(
        NotificationType type,
        String key,
        @Nullable String userId,
        String subject,
        @Nullable String detail,
        String actionUrl) {
    private static final int LONGEST_SUBJECT = 1000;
    private static final int LONGEST_DETAIL = 2000;

    News {
        subject = cut(subject, LONGEST_SUBJECT);
        detail = detail == null ? null : cut(detail, LONGEST_DETAIL);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /// @return empty for what nobody needs to be told who was not looking
    static Optional<News> of(ServerEvent event) {
        return switch (event) {
            case ServerEvent.RequestChanged(MediaRequest request) -> ofRequest(request);
            case ServerEvent.DownloadChanged(Download download) -> ofDownload(download);
            case ServerEvent.RequestCreated _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.ServiceChecked _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    // Whoever looks after incidents says when people are told of one.
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> Optional.empty();
        };
    }

    private static Optional<News> ofRequest(MediaRequest request) {
        if (request.stage() == RequestStage.FAILED) {
            // It may fail again after somebody has tried again: that is news again.
            return Optional.of(ofRequest(REQUEST_FAILED, request, "failed:" + request.version(), request.reason()));
        }
        if (request.waitingFor() != null) {
            return Optional.of(ofRequest(REQUEST_WAITING, request, "waiting", null));
        }
        return switch (request.status()) {
            case APPROVED -> Optional.of(ofRequest(REQUEST_APPROVED, request, "approved", null));
            case AVAILABLE -> Optional.of(ofRequest(REQUEST_AVAILABLE, request, "available", null));
            case DENIED -> Optional.of(ofRequest(REQUEST_DENIED, request, "denied", request.reason()));
            case PENDING, CANCELLED, UNKNOWN -> Optional.empty();
        };
    }

    private static News ofRequest(NotificationType type, MediaRequest request, String what, @Nullable String detail) {
        return new News(
                type,
                "request:%s:%s".formatted(request.id(), what),
                request.userId(),
                request.title(),
                detail,
                "/api/v1/media/requests/" + request.id());
    }

    /// A download that has come, found where downloads go.
    static News downloaded(Download download) {
        return ofDownload(DOWNLOAD_COMPLETED, download, "completed", null);
    }

    /// A download that has come and can be seen in the library; the same news as [#downloaded].
    static News inLibrary(Download download) {
        return ofDownload(DOWNLOAD_AVAILABLE, download, "completed", null);
    }

    /// That a download has come is told by whoever knows where it is found. The videos of a playlist are told of
    /// together, by the playlist.
    private static Optional<News> ofDownload(Download download) {
        if (download.playlistId() != null) {
            return Optional.empty();
        }
        return switch (download.status()) {
            // It may fail again after somebody has tried again: that is news again.
            case FAILED ->
                Optional.of(
                        ofDownload(DOWNLOAD_FAILED, download, "failed:" + download.completedAt(), download.error()));
            case PENDING, QUEUED, DOWNLOADING, PAUSED, COMPLETED, CANCELLED, DENIED, UNKNOWN -> Optional.empty();
        };
    }

    private static News ofDownload(NotificationType type, Download download, String what, @Nullable String detail) {
        return new News(
                type,
                "download:%s:%s".formatted(download.id(), what),
                download.userId(),
                download.title() == null ? download.url() : download.title(),
                detail,
                "/api/v1/youtube/downloads/" + download.id());
    }

    static News ofIncident(Incident incident) {
        return new News(
                INCIDENT_OPENED,
                "incident:" + incident.id(),
                null,
                incident.title(),
                incident.message(),
                "/api/v1/admin/incidents");
    }
}
