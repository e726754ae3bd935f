package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.NotificationApi;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationList;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.notification.UnreadCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a household was told, in memory. Not thread-safe.
public final class FakeNotifications implements NotificationApi {
    /// The newest first.
    public final List<Notification> all = new ArrayList<>(List.of(
            news(
                    "ntf_6",
                    NotificationType.REQUEST_AVAILABLE,
                    "Ready to watch",
                    "“Big Buck Bunny” is in the library now.",
                    2,
                    "/api/v1/media/requests/req_1"),
            asRead(news(
                    "ntf_5",
                    NotificationType.REQUEST_APPROVED,
                    "Request approved",
                    "“Charade” was approved.",
                    9,
                    "/api/v1/media/requests/req_4")),
            news(
                    "ntf_4",
                    NotificationType.DOWNLOAD_FAILED,
                    "Download failed",
                    "“Behind the scenes” could not be downloaded: The video is private. Whoever uploaded it decides who may"
                            + " see it, and another try will not change that.",
                    47,
                    "/api/v1/youtube/downloads/dl_9"),
            news(
                    "ntf_3",
                    NotificationType.INCIDENT_OPENED,
                    "Something needs attention",
                    "TMDB answers slowly: search shows copies up to 3 minutes old",
                    90,
                    "/api/v1/admin/incidents"),
            asRead(news(
                    "ntf_2",
                    NotificationType.DOWNLOAD_COMPLETED,
                    "Download finished",
                    "“Spring – Blender Open Movie” has been downloaded.",
                    300,
                    "/api/v1/youtube/downloads/dl_1")),
            asRead(news(
                    "ntf_1",
                    NotificationType.REQUEST_DENIED,
                    "Request denied",
                    "“The Kid” was denied: Too big for the disk just now",
                    3000,
                    "/api/v1/media/requests/req_3"))));

    private @Nullable ApiException failure;

    /// A notification that nobody has read.
    ///
    /// @param minutes how old it is
    public static Notification news(
            String id, NotificationType type, String title, String message, long minutes, @Nullable String actionUrl) {
        return new Notification(
                id, type, title, message, FakeApi.NOW.minus(Duration.ofMinutes(minutes)), false, actionUrl);
    }

    /// The same, read.
    public static Notification asRead(Notification news) {
        return new Notification(
                news.id(), news.type(), news.title(), news.message(), news.timestamp(), true, news.actionUrl());
    }

    /// From now on every call fails like this; with `null` they succeed again.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    private void called() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public NotificationList newest(Which which) {
        called();
        var wanted =
                all.stream().filter(news -> which == Which.ALL || !news.read()).toList();
        return new NotificationList(wanted, unread().unreadCount());
    }

    @Override
    public UnreadCount read(String id) {
        called();
        all.replaceAll(news -> news.id().equals(id) ? asRead(news) : news);
        return unread();
    }

    @Override
    public UnreadCount readAll() {
        called();
        all.replaceAll(FakeNotifications::asRead);
        return unread();
    }

    private UnreadCount unread() {
        return new UnreadCount(all.stream().filter(news -> !news.read()).count());
    }
}
