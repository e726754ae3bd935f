package io.medianest.server.notification;

import static io.medianest.model.request.RequestStage.DONE;
import static io.medianest.model.request.RequestStage.DOWNLOADING;
import static io.medianest.model.request.RequestStage.FAILED;
import static io.medianest.model.request.RequestStage.QUEUED;
import static io.medianest.model.request.RequestStage.SUBMITTED;
import static io.medianest.model.request.RequestStatus.APPROVED;
import static io.medianest.model.request.RequestStatus.AVAILABLE;
import static io.medianest.model.request.RequestStatus.CANCELLED;
import static io.medianest.model.request.RequestStatus.DENIED;
import static io.medianest.model.request.RequestStatus.PENDING;
import static io.medianest.server.notification.NotificationDesk.ANN;
import static io.medianest.server.notification.NotificationDesk.BOB;
import static io.medianest.server.notification.NotificationDesk.approved;
import static io.medianest.server.notification.NotificationDesk.download;
import static io.medianest.server.notification.NotificationDesk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.status.Incident;
import io.medianest.server.account.AccountStore;
import io.medianest.server.notification.Notifications.Which;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationsTest {
    private final NotificationDesk desk = new NotificationDesk();
    private final Notifications notifications = desk.notifications;

    @AfterEach
    void close() {
        desk.close();
    }

    private static Stream<Arguments> news() {
        return Stream.of(
                Arguments.of(request("req_1", APPROVED, SUBMITTED, null), "request-approved: “Heat” was approved."),
                Arguments.of(
                        request("req_1", AVAILABLE, DONE, null), "request-available: “Heat” is in the library now."),
                Arguments.of(request("req_1", DENIED, DONE, null), "request-denied: “Heat” was denied."),
                Arguments.of(
                        request("req_1", DENIED, DONE, "Too long."), "request-denied: “Heat” was denied: Too long."),
                Arguments.of(
                        request("req_1", PENDING, FAILED, "Quota exceeded"),
                        "request-failed: “Heat” could not be passed on: Quota exceeded"),
                Arguments.of(
                        NotificationDesk.waiting("req_1"),
                        "request-waiting: Overseerr does not answer at the moment. “Heat” is kept and passed on as soon as"
                                + " it is back."),
                Arguments.of(
                        request("req_1", APPROVED, FAILED, null), "request-failed: “Heat” could not be passed on."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("news")
    @DisplayName("who asked is told what became of it, at once and later")
    void told(ServerEvent event, String words) {
        desk.happens(event);

        var notification = desk.only();
        assertThat(notification.type().wireName() + ": " + notification.message())
                .isEqualTo(words);
        assertThat(notification.id()).startsWith("ntf_");
        assertThat(notification.title()).isNotBlank();
        assertThat(notification.read()).isFalse();
        assertThat(notification.timestamp()).isEqualTo(desk.clock.instant());
        assertThat(notification.actionUrl()).isEqualTo("/api/v1/media/requests/req_1");
        assertThat(desk.of(BOB)).isEmpty();
        Await.until("it is told", () -> desk.told.size() == 1);
        assertThat(desk.told).containsExactly(ANN + " " + notification.type().wireName());
    }

    @Test
    @DisplayName("steps in between, and what people did themselves, is no news")
    void noNews() {
        desk.happens(request("req_1", PENDING, QUEUED, null));
        desk.happens(request("req_1", PENDING, DOWNLOADING, null));
        desk.happens(request("req_1", CANCELLED, DONE, null));

        assertThat(desk.of(ANN)).isEmpty();
    }

    @Test
    @DisplayName("no change, no notification; and no live event either")
    void rolledBack() {
        assertThatThrownBy(() -> desk.database.run(tx -> {
                    desk.events.publish(tx, approved("req_1"));
                    throw new IllegalStateException("the plug is pulled");
                }))
                .isInstanceOf(IllegalStateException.class);
        desk.happens(approved("req_2"));

        assertThat(desk.only().actionUrl()).endsWith("req_2");
        Await.until("the second is told", () -> !desk.told.isEmpty());
        assertThat(desk.told).hasSize(1);
    }

    @Test
    @DisplayName(
            "the same news makes one notification, however often and by how many it is told, also after it was read")
    void once() {
        try (var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> tellers.execute(() -> desk.happens(approved("req_1"))));
        }
        notifications.read(ANN, desk.only().id());
        desk.clock.advance(Duration.ofMinutes(1));
        desk.happens(approved("req_1"));

        assertThat(desk.only().read()).isTrue();
        assertThat(desk.told).hasSize(1);
    }

    @Test
    @DisplayName("failing once more is news once more")
    void failedAgain() {
        desk.happens(request("req_1", "Heat", APPROVED, FAILED, "Down", 3));
        desk.happens(request("req_1", "Heat", APPROVED, FAILED, "Down", 3));
        desk.happens(request("req_1", "Heat", APPROVED, FAILED, "Down", 5));

        assertThat(desk.of(ANN)).hasSize(2);
    }

    @Test
    @DisplayName("a download is told of once it has ended, by its title or its address, and again when it fails again")
    void downloads() {
        var then = desk.clock.instant();
        desk.happens(download(DownloadStatus.QUEUED, "Bunny", null, then));
        desk.happens(download(DownloadStatus.FAILED, null, null, then));
        desk.happens(download(DownloadStatus.FAILED, null, null, then));
        desk.happens(download(DownloadStatus.FAILED, null, null, then.plusSeconds(60)));
        assertThat(desk.of(ANN))
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.message())
                        .isEqualTo("“https://youtu.be/1” could not be downloaded: The video is private."));

        desk.clock.advance(Duration.ofSeconds(1));
        desk.happens(download(DownloadStatus.COMPLETED, "Bunny", null, then));
        assertThat(desk.of(ANN)).as("whoever knows where it is found tells it").hasSize(2);
        desk.database.run(tx -> desk.feature.downloaded(tx, desk.bunny()));
        desk.database.run(tx -> desk.feature.inLibrary(tx, desk.bunny()));
        assertThat(desk.of(ANN)).hasSize(3);
        assertThat(desk.of(ANN).getFirst().message()).isEqualTo("“Bunny” has been downloaded.");
        assertThat(desk.of(ANN).getFirst().actionUrl()).isEqualTo("/api/v1/youtube/downloads/dl_1");
    }

    @Test
    @DisplayName("a download that can be watched in the library is told of once, and as that")
    void inLibrary() {
        desk.database.run(tx -> desk.feature.inLibrary(tx, desk.bunny()));
        desk.database.run(tx -> desk.feature.inLibrary(tx, desk.bunny()));
        desk.database.run(tx -> desk.feature.downloaded(tx, desk.bunny()));

        assertThat(desk.only().type()).isEqualTo(NotificationType.DOWNLOAD_AVAILABLE);
        assertThat(desk.only().message()).isEqualTo("“Bunny” has been downloaded and is in Plex now.");
        Await.until("it is told live", () -> !desk.told.isEmpty());
        assertThat(desk.told).containsExactly("usr_ann download-available");
    }

    @Test
    @DisplayName("the videos of a playlist are told of by the playlist")
    void partOfPlaylist() {
        desk.happens(download(DownloadStatus.COMPLETED, "Part 3", "dl_list", desk.clock.instant()));
        desk.happens(download(DownloadStatus.FAILED, "Part 4", "dl_list", desk.clock.instant()));

        assertThat(desk.of(ANN)).isEmpty();
    }

    @Test
    @DisplayName("an incident that is carried on is told to all admins who want to know, once each, and to nobody else")
    void incident() {
        desk.people.admins.addAll(List.of(ANN, BOB));
        var opened =
                new Incident("inc_1", "Plex does not answer", "Look whether it runs.", "plex", desk.clock.instant());
        desk.happens(new ServerEvent.IncidentOpened(opened));
        assertThat(desk.of(ANN)).as("the windows show it already").isEmpty();
        desk.carried(opened);
        desk.carried(opened);
        for (var admin : List.of(ANN, BOB)) {
            assertThat(desk.of(admin)).singleElement().satisfies(told -> {
                assertThat(told.type()).isEqualTo(NotificationType.INCIDENT_OPENED);
                assertThat(told.message()).isEqualTo("Plex does not answer: Look whether it runs.");
                assertThat(told.actionUrl()).isEqualTo("/api/v1/admin/incidents");
            });
        }

        desk.people.admins.remove(BOB);
        desk.carried(new Incident("inc_2", "The disk is nearly full", null, null, desk.clock.instant()));
        assertThat(desk.of(ANN)).hasSize(2);
        assertThat(desk.of(BOB)).hasSize(1);
    }

    @Test
    @DisplayName("who wants none gets none, and who is gone costs nothing")
    void unwanted() {
        desk.people.known.put(ANN, new Recipients.Recipient(ANN, false, "de"));
        desk.happens(approved("req_1"));
        desk.people.known.remove(ANN);
        desk.happens(approved("req_2"));

        assertThat(desk.of(ANN)).isEmpty();
        assertThat(notifications.unread(ANN)).isZero();
    }

    @Test
    @DisplayName("words come in the language of the reader, whichever it was when it happened")
    void language() {
        desk.people.reads(ANN, "de-AT");
        desk.happens(request("req_1", DENIED, DONE, "Zu lang."));
        assertThat(desk.only().title()).isEqualTo("Wunsch abgelehnt");
        assertThat(desk.only().message()).isEqualTo("„Heat“ wurde abgelehnt: Zu lang.");

        desk.people.reads(ANN, "fr");
        assertThat(desk.only().message()).isEqualTo("“Heat” was denied: Zu lang.");
        desk.people.reads(ANN, null);
        assertThat(desk.only().title()).isEqualTo("Request denied");
    }

    @Test
    @DisplayName("a title is never taken for anything else than a title")
    void oddTitles() {
        desk.happens(request("req_1", "{1} 'n' <b>{0}</b>", APPROVED, SUBMITTED, null, 1));
        assertThat(desk.only().message()).isEqualTo("“{1} 'n' <b>{0}</b>” was approved.");
    }

    @Test
    @DisplayName("titles and reasons of any length do not stand in the way of what they tell of")
    void longTexts() {
        desk.happens(request("req_1", "t".repeat(5000), DENIED, DONE, "r".repeat(5000), 1));
        assertThat(desk.only().message()).hasSizeBetween(3000, 3100);
    }

    @Test
    @DisplayName("the newest come first, so many as are wanted, and all unread ones are counted")
    void list() {
        for (int i = 1; i <= 12; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            desk.happens(approved("req_" + i));
        }
        notifications.read(ANN, desk.of(ANN).getFirst().id());

        var newest = notifications.list(ANN, Which.ALL, 3);
        assertThat(newest.notifications())
                .extracting(Notification::actionUrl)
                .containsExactly(
                        "/api/v1/media/requests/req_12",
                        "/api/v1/media/requests/req_11",
                        "/api/v1/media/requests/req_10");
        assertThat(newest.unreadCount()).isEqualTo(11);
        assertThat(notifications.list(ANN, Which.UNREAD, 50).notifications())
                .hasSize(11)
                .noneMatch(Notification::read);
        assertThat(notifications.unread(ANN)).isEqualTo(11);
    }

    @Test
    @DisplayName("people read their own, one or all, and reading twice is harmless")
    void read() {
        desk.happens(approved("req_1"));
        desk.happens(approved("req_2"));
        desk.happens(approved("req_3"));
        var id = desk.of(ANN).getFirst().id();

        for (var stranger : List.of("ntf_none", id)) {
            assertThatThrownBy(() -> notifications.read(BOB, stranger))
                    .isInstanceOfSatisfying(
                            MediaNestException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
        assertThat(notifications.readAll(BOB).unreadCount()).isZero();
        assertThat(notifications.unread(ANN)).isEqualTo(3);

        assertThat(notifications.read(ANN, id).unreadCount()).isEqualTo(2);
        assertThat(notifications.read(ANN, id).unreadCount()).isEqualTo(2);
        assertThat(notifications.readAll(ANN).unreadCount()).isZero();
        assertThat(desk.of(ANN)).hasSize(3).allMatch(Notification::read);
    }

    @Test
    @DisplayName("after 90 days they are forgotten")
    void pruned() {
        desk.happens(approved("req_old"));
        desk.clock.advance(Duration.ofDays(60));
        desk.happens(approved("req_new"));
        notifications.prune();
        assertThat(desk.of(ANN)).hasSize(2);

        desk.clock.advance(Duration.ofDays(31));
        notifications.prune();

        assertThat(desk.only().actionUrl()).endsWith("req_new");
    }

    @Test
    @DisplayName("nobody has more than 200: the oldest make room, and others keep theirs")
    void bounded() {
        for (int i = 0; i < RecordNews.KEPT + 5; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            desk.happens(approved("req_" + i));
        }

        assertThat(notifications.unread(ANN)).isEqualTo(RecordNews.KEPT);
        assertThat(desk.of(ANN).getFirst().actionUrl()).endsWith("req_" + (RecordNews.KEPT + 4));
    }

    @Test
    @DisplayName("they go with their person")
    void deleted() {
        desk.happens(approved("req_1"));
        desk.database.store(AccountStore.class).delete(ANN);
        assertThat(desk.of(ANN)).isEmpty();
    }
}
