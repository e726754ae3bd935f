package io.medianest.server.platform.event;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.observe.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The bus inside one process. A subscriber that falls behind by [#CAPACITY] events makes the publisher wait:
/// events are few and small, and losing one silently would be worse.
public final class LocalEventBus implements EventBus, AutoCloseable {
    private static final int CAPACITY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int capacity;
    private final Duration patience;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();

    public LocalEventBus() {
        this(CAPACITY, PATIENCE);
    }

    /// @param capacity events that may wait for a subscriber
    /// @param patience how long a publisher waits for a subscriber that is behind by so many
    LocalEventBus(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patience = patience;
    }

    /// Lets somebody see from now on what transactions publish.
    public void witness(Witness witness) {
        witnesses.add(witness);
    }

    @Override
    public void publish(Tx tx, ServerEvent event) {
        tx.afterCommit(() -> publish(event));
        witnesses.forEach(witness -> witness.see(tx, event));
    }

    @Override
    public void publish(ServerEvent event) {
        var published = new Published(event, Correlation.current());
        deliveries.forEach(delivery -> delivery.offer(published, patience));
    }

    @Override
    public Subscription subscribe(String name, Subscriber subscriber) {
        var delivery = new Delivery(name, subscriber, capacity);
        deliveries.add(delivery);
        delivery.start();
        return () -> {
            deliveries.remove(delivery);
            delivery.end();
        };
    }

    @Override
    public void close() {
        deliveries.forEach(Delivery::end);
        deliveries.clear();
    }
}
