package io.medianest.server.notification;

import io.medianest.model.notification.NotificationType;
import io.medianest.server.courier.Courier;
import io.medianest.server.courier.Destination;
import io.medianest.server.courier.Message;
import io.medianest.server.notification.OutgoingStore.DeliveryRow;
import io.medianest.server.notification.OutgoingStore.TargetRow;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells a target one piece of news. That it was told is written down at once; only a program that dies in between
/// tells it again, under the same number.
final class SendOutgoing implements JobHandler {
    private static final String KIND = "send-outgoing";
    /// After that it is news to nobody.
    private static final Duration NEWS_FOR = Duration.ofHours(24);

    private final Database database;
    private final Jobs jobs;
    private final Courier courier;
    private final Function<TargetRow, Destination> destinations;
    private final Function<String, @Nullable String> links;
    private final Ids ids;
    private final Clock clock;

    /// @param destinations opens a target's keys
    /// @param links makes an address that others know of one that is relative to the server; null where it cannot
    SendOutgoing(
            Database database,
            Jobs jobs,
            Courier courier,
            Function<TargetRow, Destination> destinations,
            Function<String, @Nullable String> links,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.courier = courier;
        this.destinations = destinations;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /// Has all targets told that want such news: each once, however often it is told here.
    void add(Tx tx, News news) {
        for (var target : OutgoingTargets.toldOf(tx, news.type())) {
            var row = new DeliveryRow(
                    ids.next("dlv"),
                    target.id(),
                    news.key(),
                    news.type().wireName(),
                    news.subject(),
                    news.detail(),
                    news.actionUrl(),
                    clock.instant(),
                    null);
            if (tx.store(OutgoingStore.class).insert(row) > 0) {
                jobs.add(tx, new NewJob(KIND, row.id()));
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String deliveryId) {
        var store = database.store(OutgoingStore.class);
        var delivery = store.delivery(deliveryId).orElse(null);
        if (delivery == null || delivery.sentAt() != null) {
            return;
        }
        var target = store.find(delivery.targetId()).filter(TargetRow::enabled).orElse(null);
        if (target != null) {
            send(target, delivery);
        }
    }

    private void send(TargetRow target, DeliveryRow delivery) {
        try {
            courier.send(destinations.apply(target), message(target.language(), delivery));
        } catch (MediaNestException e) {
            failed(target, delivery, e);
        }
        database.run(tx -> {
            var store = tx.store(OutgoingStore.class);
            store.delivered(delivery.id(), clock.instant());
            store.sent(target.id(), clock.instant());
        });
    }

    /// Never as an outage, for which jobs wait however long it takes: news gets old.
    private void failed(TargetRow target, DeliveryRow delivery, MediaNestException e) {
        var reason = String.valueOf(e.getMessage());
        database.store(OutgoingStore.class).failed(target.id(), clock.instant(), reason);
        if (!(e.getCause() instanceof UpstreamFailure failure)) {
            throw new GiveUp(reason, e);
        }
        switch (failure.kind()) {
            case REFUSED -> throw new GiveUp(reason, e);
            case BUSY -> throw later(delivery, e);
            case TIMEOUT, BROKEN ->
                throw failure.retryAfter() == null ? new IllegalStateException(reason, e) : later(delivery, e);
        }
    }

    /// When the target has said that it wants to be told.
    private RuntimeException later(DeliveryRow delivery, MediaNestException e) {
        if (isOld(delivery.createdAt())) {
            return new GiveUp(String.valueOf(e.getMessage()), e);
        }
        return new NotYet(e.retryAfter() == null ? Duration.ofSeconds(5) : e.retryAfter());
    }

    private boolean isOld(Instant since) {
        return Duration.between(since, clock.instant()).compareTo(NEWS_FOR) > 0;
    }

    /// A word to try a target with.
    Message trial(String language) {
        var delivery = new DeliveryRow(
                ids.next("dlv"), "", "", "outgoing-test", "MediaNest", null, null, clock.instant(), null);
        return message(language, delivery);
    }

    private Message message(String language, DeliveryRow delivery) {
        var words = Words.in(
                language,
                new NotificationStore.Row(
                        delivery.id(),
                        "",
                        delivery.newsKey(),
                        delivery.type(),
                        delivery.subject(),
                        delivery.detail(),
                        delivery.actionUrl(),
                        delivery.createdAt(),
                        null));
        boolean urgent = words.type() == NotificationType.INCIDENT_OPENED;
        return new Message(
                delivery.id(),
                delivery.type(),
                words.title(),
                words.message(),
                delivery.createdAt(),
                delivery.actionUrl() == null ? null : links.apply(delivery.actionUrl()),
                urgent ? Message.Urgency.HIGH : Message.Urgency.USUAL);
    }

    @Override
    public void dead(Tx tx, String deliveryId, String reason) {
        // The target says why; the dead letter says what was not told.
    }

    @Override
    public String about(String deliveryId) {
        var store = database.store(OutgoingStore.class);
        return store.delivery(deliveryId)
                .map(delivery -> store.find(delivery.targetId())
                        .map(target -> "%s → %s".formatted(delivery.subject(), target.name()))
                        .orElse(delivery.subject()))
                .orElse(deliveryId);
    }
}
