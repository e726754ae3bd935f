package io.medianest.server.notification;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.notification.Recipients.Recipient;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes down what people are to be told, in the transaction of the change itself. Thread-safe.
final class RecordNews implements EventBus.Witness {
    /// Notifications of one person; older ones make room.
    static final int KEPT = 200;

    private final Recipients recipients;
    private final EventBus events;
    private final BiConsumer<Tx, News> outside;
    private final Ids ids;
    private final Clock clock;

    /// @param outside has news sent to where else it goes
    RecordNews(Recipients recipients, EventBus events, BiConsumer<Tx, News> outside, Ids ids, Clock clock) {
        this.recipients = recipients;
        this.events = events;
        this.outside = outside;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void see(Tx tx, ServerEvent event) {
        News.of(event).ifPresent(news -> tell(tx, news));
    }

    /// Once, however often it is told: here, and wherever else people are told.
    void tell(Tx tx, News news) {
        note(tx, news);
        outside.accept(tx, news);
    }

    /// Here alone, once, however often it is told.
    void note(Tx tx, News news) {
        audience(tx, news.userId()).stream()
                .filter(Recipient::wantsAny)
                .forEach(recipient -> tell(tx, recipient, news));
    }

    private List<Recipient> audience(Tx tx, @Nullable String userId) {
        return userId == null
                ? recipients.admins(tx)
                : recipients.find(tx, userId).stream().toList();
    }

    private void tell(Tx tx, Recipient recipient, News news) {
        var row = new NotificationStore.Row(
                ids.next("ntf"),
                recipient.userId(),
                news.key(),
                news.type().wireName(),
                news.subject(),
                news.detail(),
                news.actionUrl(),
                clock.instant(),
                null);
        var store = tx.store(NotificationStore.class);
        if (store.insert(row) == 0) {
            return;
        }
        store.trim(recipient.userId(), KEPT);
        var added = new ServerEvent.NotificationAdded(recipient.userId(), Words.in(recipient.language(), row));
        tx.afterCommit(() -> events.publish(added));
    }
}
