package io.medianest.server.notification;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.MediaType;
import io.medianest.model.notification.Notification;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.Incident;
import io.medianest.server.account.Account;
import io.medianest.server.account.AccountStore;
import io.medianest.server.courier.Courier;
import io.medianest.server.notification.Notifications.Which;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The feature over a real database and bus, with two people: Ann and Bob.
final class NotificationDesk implements AutoCloseable {
    static final String ANN = "usr_ann";
    static final String BOB = "usr_bob";

    final MovableClock clock = new MovableClock();
    final Database database = TestDatabase.open(UUID.randomUUID().toString());
    final LocalEventBus events = new LocalEventBus();
    final People people = new People();
    final JobQueue jobs = new JobQueue(
            database, Clock.systemUTC(), new JobQueue.Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5)));
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private final SecureRandom random = new SecureRandom();
    final NotificationFeature feature = new NotificationFeature(
            database,
            events,
            people,
            new NotificationFeature.Post(
                    jobs,
                    new Courier(http, Clock.systemUTC()),
                    new SecretBox(new MasterKey(new byte[32]), random),
                    path -> "https://nest.example" + path),
            new Ids(),
            clock);
    final Notifications notifications = feature.notifications();
    /// Notifications as they were told live, for example `usr_ann request-approved`.
    final List<String> told = new CopyOnWriteArrayList<>();

    NotificationDesk() {
        add(ANN);
        add(BOB);
        events.witness(feature.witness());
        events.subscribe("test", published -> {
            if (published.event() instanceof ServerEvent.NotificationAdded(String userId, Notification notification)) {
                told.add(userId + " " + notification.type().wireName());
            }
        });
    }

    private void add(String userId) {
        var now = clock.instant();
        database.store(AccountStore.class)
                .insert(new Account(
                        userId,
                        userId,
                        null,
                        null,
                        Role.USER,
                        UserStatus.ACTIVE,
                        null,
                        null,
                        "{}",
                        false,
                        now,
                        now,
                        null,
                        null,
                        null));
        people.known.put(userId, new Recipients.Recipient(userId, true, null));
    }

    /// Carries an incident to the admins.
    void carried(Incident incident) {
        database.run(tx -> feature.incident(tx, incident));
    }

    /// Publishes in a transaction of its own.
    void happens(ServerEvent event) {
        database.run(tx -> events.publish(tx, event));
    }

    /// A request of Ann's for “Heat” that has become so.
    static ServerEvent request(String id, RequestStatus status, RequestStage stage, @Nullable String reason) {
        return request(id, "Heat", status, stage, reason, 1);
    }

    static ServerEvent approved(String id) {
        return request(id, RequestStatus.APPROVED, RequestStage.SUBMITTED, null);
    }

    /// A request that waits for Overseerr.
    static ServerEvent waiting(String id) {
        return new ServerEvent.RequestChanged(
                change(id, "Heat", RequestStatus.PENDING, RequestStage.QUEUED, null, 2, "overseerr"));
    }

    static ServerEvent request(
            String id, String title, RequestStatus status, RequestStage stage, @Nullable String reason, int version) {
        return new ServerEvent.RequestChanged(change(id, title, status, stage, reason, version, null));
    }

    private static MediaRequest change(
            String id,
            String title,
            RequestStatus status,
            RequestStage stage,
            @Nullable String reason,
            int version,
            @Nullable String waitingFor) {
        var then = new MovableClock().instant();
        return new MediaRequest(
                id,
                "949",
                MediaType.MOVIE,
                title,
                1995,
                null,
                status,
                stage,
                Quality.FULL_HD,
                null,
                null,
                ANN,
                "Ann",
                null,
                null,
                reason,
                then,
                then,
                version,
                waitingFor);
    }

    /// A video of Ann's.
    ///
    /// @param part of a playlist
    static ServerEvent download(DownloadStatus status, @Nullable String title, @Nullable String part, Instant ended) {
        return new ServerEvent.DownloadChanged(video(status, title, part, ended));
    }

    /// One of Ann's that has come.
    Download bunny() {
        return video(DownloadStatus.COMPLETED, "Bunny", null, clock.instant());
    }

    private static Download video(DownloadStatus status, @Nullable String title, @Nullable String part, Instant ended) {
        return new Download(
                "dl_1",
                DownloadKind.VIDEO,
                "https://youtu.be/1",
                "1",
                title,
                null,
                null,
                null,
                status,
                DownloadQuality.P1080,
                DownloadFormat.MP4,
                100,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status == DownloadStatus.FAILED ? "The video is private." : null,
                0,
                null,
                part,
                null,
                null,
                ANN,
                "Ann",
                ended,
                ended,
                null,
                status.isOpen() ? null : ended,
                1);
    }

    List<Notification> of(String userId) {
        return notifications.list(userId, Which.ALL, 50).notifications();
    }

    Notification only() {
        var all = of(ANN);
        if (all.size() != 1) {
            throw new AssertionError("not one notification but " + all);
        }
        return all.getFirst();
    }

    @Override
    public void close() {
        jobs.close();
        http.close();
        events.close();
        database.close();
    }

    /// Whoever is known can be told.
    static final class People implements Recipients {
        final Map<String, Recipient> known = new ConcurrentHashMap<>();
        final List<String> admins = new CopyOnWriteArrayList<>();

        @Override
        public Optional<Recipient> find(Tx tx, String userId) {
            return Optional.ofNullable(known.get(userId));
        }

        @Override
        public List<Recipient> admins(Tx tx) {
            return admins.stream().flatMap(id -> find(tx, id).stream()).toList();
        }

        @Override
        public @Nullable String language(String userId) {
            var person = known.get(userId);
            return person == null ? null : person.language();
        }

        void reads(String userId, @Nullable String language) {
            known.put(userId, new Recipient(userId, true, language));
        }
    }
}
